import type { SectionView } from '../../pages/sections/definition.js';
import { blocks } from '../blocks.js';
import type { SectionHtml } from './definition.js';

/** A section that the page shows as the text formats do. Its title is that of the page's section. */
export function asText(view: SectionView): SectionHtml {
  return (report, page) => {
    const [title, ...rest] = view(report, page.options, []);
    return title === undefined ? null : blocks(title.kind === 'heading' ? rest : [title, ...rest], page);
  };
}
