/** A report to every output that was asked for, with a template of the user's where there is one. */
import { printable } from '../errors/printable.js';
import type { RenderOptions } from '../format/definition.js';
import { renderReport } from '../format/render.js';
import type { Report } from '../index.js';
import type { Text } from '../locale/text.js';
import type { Call } from './commands.js';
import { renderOptions, type Sink, write } from './print.js';
import type { Prepared } from './request.js';
import { fillTemplate, readTemplate, TEMPLATE, type Template } from './template.js';

/** The template of `--template` or the config, read; null without one. */
export function chosenTemplate({ session }: Call, { settings }: Prepared): Promise<Template> | null {
  return settings.template === undefined ? null : readTemplate(settings.template, session.machine.cwd);
}

/** The format of outputs that name none: the template, where there is one. */
export function unnamedFormat(template: Template | null): string | undefined {
  return template === null ? undefined : TEMPLATE;
}

/** Says where a template is used by no output. */
export function tellUnused({ session }: Call, template: Template | null, sinks: readonly Sink[]): void {
  if (template !== null && sinks.every(({ format }) => format !== TEMPLATE)) session.note(notUsed(template.file));
}

export interface ReportOutputs {
  readonly document: Report;
  readonly sinks: readonly Sink[];
  readonly template: Template | null;
  readonly shown: Partial<RenderOptions>;
}

export async function writeReport(call: Call, { document, sinks, template, shown }: ReportOutputs): Promise<void> {
  for (const sink of sinks) {
    const options = { ...renderOptions(call, sink), ...shown };
    const text =
      template !== null && sink.format === TEMPLATE
        ? await fillTemplate(template, document, options)
        : await renderReport(document, sink.format, options);
    await write(call, sink, text);
  }
}

/** A template beside outputs that all name another format. */
function notUsed(file: string): Text {
  return {
    en: `the template ${printable(file)} was not used: every output names a format`,
    fa: `الگوی ${printable(file)} به کار نرفت: هر خروجی قالبی را نام می‌برد`,
  };
}
