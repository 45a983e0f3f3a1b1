/** The end of a report: the files it was read from, and what to type next. */
import { countText } from '../../locale/numbers.js';
import type { Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, code, join, type PageOptions, type Sentence, say, type Words } from '../page.js';
import { periodWords } from './figures.js';
import { filesText } from './files.js';
import { footerBlock } from './made-from.js';
import { kpiRemarks } from './remarks.js';
import { sourcesWords, sourceWords } from './sources.js';

const SOURCES: Text = { en: 'Read from', fa: 'خوانده‌شده از' };
/** One file stands in each command; the names of several would fill a line each. */
const FILES: Text = { en: 'FILES', fa: 'FILES' };
/** A name that long is not repeated in each command. */
const LONGEST = 40;

const MORE: Sentence<Words> = { en: (commands) => say`More: ${commands}`, fa: (commands) => say`بیشتر: ${commands}` };
const ARE: Sentence<string> = {
  en: (files) => say`, where FILES is ${code(files)}`,
  fa: (files) => say`؛ به جای ${code('FILES')} بنویسید: ${code(files)}`,
};
const NOTES: Sentence<{ readonly n: number; readonly text: string }> = {
  en: ({ n, text }) => say` (${text} more ${n === 1 ? 'note' : 'notes'})`,
  fa: ({ text }) => say` (${text} یادداشت دیگر)`,
};

/** The files, the period where it was counted from a day, and the commands that say more, each as it is typed. */
export function* closingBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  yield* sourceBlocks(report, options);
  if (options.sent !== undefined) yield* footerBlock(report, options);
  else if (report.sources.length > 0) yield { kind: 'paragraph', words: moreWords(report, options), tone: 'dim' };
}

/** The files, and the period where it was counted from a day. */
export function* sourceBlocks(report: Report, options: PageOptions): Generator<Block, void, undefined> {
  const { lang, detail } = options;
  const { period, sources } = report;
  const counted = period === null || period.asked === null ? null : periodWords(period, options);
  yield { kind: 'heading', words: [SOURCES[lang]], id: 'sources' };
  if (counted !== null) yield { kind: 'paragraph', words: counted };
  if (detail === 'full') for (const source of sources) yield { kind: 'paragraph', words: sourceWords(source, lang) };
  else if (sources.length > 0) yield { kind: 'paragraph', words: sourcesWords(sources, lang) };
}

/** Without the earlier exports: read as one with the newest they would be two versions of its deals. */
function ownSources({ sources, changes }: Report): Report['sources'] {
  const exports = (changes?.snapshots ?? []).map(({ files }) => files);
  const newest = exports[exports.length - 1] ?? [];
  const earlier = exports.flat().filter((file) => !newest.includes(file));
  const names = sources.map(({ file }) => file);
  return sources.filter(({ file }, at) => !earlier.includes(file) && names.indexOf(file) === at);
}

function moreWords(report: Report, options: PageOptions): Words {
  const { lang, detail } = options;
  const own = ownSources(report);
  const all = filesText(own);
  const short = own.length === 1 && all.length <= LONGEST;
  const files = short ? all : FILES[lang];
  const valued = report.kpis.filter(({ value, byCurrency }) => value !== null || byCurrency !== null);
  const explained = valued.find(({ id }) => id === 'win_rate') ?? valued[0] ?? report.kpis[0];
  const { method } = kpiRemarks(report.kpis, report.currency, options);
  const left = method.length === 0 ? [] : NOTES[lang]({ n: method.length, text: countText(method.length, lang) });
  const commands = [
    ...(detail === 'full' ? [] : [say`${code('--detail full')}${left}`]),
    ...(explained === undefined ? [] : [[code(`kpi explain ${explained.id} ${files}`)]]),
    // Rules judge deals: without any, a check has nothing to judge.
    ...(report.partition.records === 0 ? [] : [[code(`kpi check ${files}`)], [code(`kpi deals ${files}`)]]),
    [code(`kpi inspect ${files}`)],
  ];
  const said = MORE[lang](join(commands, ' · '));
  return short ? said : say`${said}${ARE[lang](all)}`;
}
