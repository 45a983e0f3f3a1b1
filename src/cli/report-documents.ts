/** A report in each language that was asked for, and how it is shown. */
import { scoped } from '../config/merge.js';
import type { RenderOptions } from '../format/definition.js';
import type { Report, ReportRequest } from '../index.js';
import type { Lang } from '../locale/text.js';
import type { Call } from './commands.js';
import { otherLangs, requireOneLang } from './languages.js';
import type { Sink } from './print.js';
import { given, type Prepared } from './request.js';
import { withoutOutput } from './typed.js';
import { orSayWhy } from './without-data.js';

export interface Documents {
  readonly document: Report;
  /** The same figures in other words. */
  readonly others: NonNullable<RenderOptions['others']>;
}

/** What documents are made of: what is asked, and how the files of it are read. */
export interface DocumentPlan<R, L> {
  readonly prepared: Prepared;
  readonly request: R;
  readonly read: () => Promise<L>;
  /** What a document still waits for when it is made; nothing where it is left out. */
  readonly complete?: (document: Report, loaded: L) => Promise<Report>;
}

/** Languages beside the first. Refuses several (exit 2) where no output can switch between them. */
export function langsBeside({ values }: Call, sinks: readonly Sink[]): readonly Lang[] {
  const langs = otherLangs(values.lang);
  if (langs.length > 0 && !sinks.some(({ format }) => format === 'html')) requireOneLang(values.lang);
  return langs;
}

/** Reads the files and makes the document in every language; where there is no usable data each output says so. */
export function makeDocuments<R extends Pick<ReportRequest, 'lang' | 'calendar'>, L>(
  call: Call,
  { prepared, request, read, complete = async (document) => document }: DocumentPlan<R, L>,
  { sinks, langs }: { readonly sinks: readonly Sink[]; readonly langs: readonly Lang[] },
  make: (loaded: L, request: R) => Report,
): Promise<Documents> {
  return orSayWhy(call, prepared, sinks, async () => {
    const loaded = await read();
    return call.session.step({ en: 'computed the figures', fa: 'شاخص‌ها محاسبه شد' }, async () => {
      const document = make(loaded, request);
      // What the first language counts in holds for all.
      const { calendar } = document;
      const others = langs.map((lang) => ({ lang, report: make(loaded, { ...request, lang, calendar }) }));
      return {
        document: await complete(document, loaded),
        others: await Promise.all(
          others.map(async ({ lang, report }) => ({ lang, report: await complete(report, loaded) })),
        ),
      };
    });
  });
}

/** How a report is shown, whatever the format. */
export function shownAs(
  call: Call,
  { settings }: Prepared,
  others: Documents['others'],
): Pick<RenderOptions, 'detail' | 'command' | 'others'> {
  return {
    ...given(scoped(settings, 'render')),
    command: withoutOutput(call.typed),
    ...(others.length === 0 ? {} : { others }),
  };
}
