/** A report written with a template of the user's own. */
import { resolve } from 'node:path';
import { readWholeFile, statFile } from '../disk/open.js';
import { UserError } from '../errors/user-error.js';
import type { RenderOptions } from '../format/definition.js';
import type { Report } from '../index.js';

/** In place of a format's id: what the template says. */
export const TEMPLATE = 'template';

/** Larger texts are no templates. */
const LARGEST = 1_000_000;

export interface Template {
  /** As the user wrote it; its ending says which language the template writes. */
  readonly file: string;
  readonly source: string;
}

/** The template, read before anything else is. @throws UserError (exit 2) */
export async function readTemplate(file: string, cwd: string): Promise<Template> {
  try {
    const path = resolve(cwd, file);
    const entry = await statFile(path);
    if (!entry.isFile()) throw new UserError('template_unreadable', { file, cause: 'not a file' });
    if (entry.size > LARGEST) throw new UserError('template_unreadable', { file, cause: 'larger than 1 MB' });
    return { file, source: new TextDecoder('utf-8', { fatal: true }).decode(await readWholeFile(path)) };
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const cause = error instanceof TypeError ? 'not UTF-8' : error.message.replace(/, \w+( '.*)?$/s, '');
    throw new UserError('template_unreadable', { file, cause }, {}, { cause: error });
  }
}

/** The report as the template says, with a line end at its end. @throws UserError of what is wrong with the template */
export async function fillTemplate(
  { file, source }: Template,
  report: Report,
  options: RenderOptions,
): Promise<readonly string[]> {
  const { renderTemplate, TemplateProblem } = await import('../format/template/render.js');
  try {
    const text = await renderTemplate(report, source, file, options);
    return [text.endsWith('\n') ? text : `${text}\n`];
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    const { kind, line, detail, suggestion } = error;
    throw new UserError('template_wrong', { file, line, kind, detail, suggestion }, {}, { cause: error });
  }
}
