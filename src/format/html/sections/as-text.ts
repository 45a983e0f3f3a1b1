/** A section as the text pages have it: for what is words and figures only. */
import type { SectionView } from '../../pages/sections/definition.js';
import { blocks } from '../blocks.js';
import { isEmpty } from '../markup.js';
import type { SectionHtml } from './definition.js';

/** The section's own heading goes: the page has set it. */
export function asText(view: SectionView): SectionHtml {
  return (report, page) => {
    const own = [...view(report, page.options, [])].map((block) =>
      block.kind === 'heading' && block.words.length === 0
        ? { kind: 'aside' as const, words: block.right ?? [] }
        : block,
    );
    const said = blocks(
      own.filter((block) => block.kind !== 'aside' || block.words.length > 0),
      page,
    );
    return isEmpty(said) ? null : said;
  };
}
