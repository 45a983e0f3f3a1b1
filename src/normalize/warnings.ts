import type { Lang } from '../locale/text.js';
import type { AmbiguousColumn, JoinedTable, SourceAccount } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import type { Role } from '../model/fields.js';
import type { LoadWarning, WarningPlace } from '../model/load-warnings.js';
import { EXCLUDED } from '../model/outcome.js';
import { refusedWarnings } from './contents/refused-warnings.js';
import { currencyWarnings } from './currency-warnings.js';
import type { DealTable } from './deal-table.js';
import type { JoinedFiles } from './join-together.js';
import { ASSUMED } from './mapping.js';
import type { ReadTable } from './read-table.js';
import { readWarnings } from './read-warnings.js';
import type { MarkedRows, RepeatingAmounts } from './row-marks.js';
import { warning } from './warning.js';

const LISTED = 5;

const LIST_WORDS = {
  en: { comma: ', ', more: (n: number) => ` and ${n} more` },
  fa: { comma: '، ', more: (n: number) => ` و ${n} تای دیگر` },
} as const;

function list(names: readonly string[], quote = true, lang: Lang = 'en'): string {
  const { comma, more } = LIST_WORDS[lang];
  const shown = names.slice(0, LISTED).map((name) => (quote ? `"${name}"` : name));
  return `${shown.join(comma)}${names.length > LISTED ? more(names.length - LISTED) : ''}`;
}

/** What a reader of any figure must know about the files, and which option settles it. */
export function datasetWarnings(
  tables: readonly ReadTable[],
  sources: readonly SourceAccount[],
  deals: Deals,
  ambiguous: readonly AmbiguousColumn<string>[],
  joins: readonly JoinedFiles[],
  joined: readonly JoinedTable[],
  dealTables: readonly DealTable[],
  unreadable: readonly LoadWarning[],
  repeats: readonly LoadWarning[],
): LoadWarning[] {
  // Names are guessed in tables of deals only, which are its parts in the same order.
  const files = tables.flatMap(({ plan }) => (plan.role === 'deals' ? [plan.head.file] : []));
  return [
    ...tables.flatMap(({ plan, raw }) => readWarnings(plan.head.file, raw)),
    ...sources.flatMap(assumedMappings),
    ...tables.flatMap(unfitWarnings),
    ...tables.flatMap(({ plan, mapping }) => refusedWarnings(plan.head.file, plan.role, mapping)),
    ...tables.flatMap(tieWarnings),
    ...ambiguous.map(ambiguousWarning),
    ...tables.flatMap(otherDayWarnings),
    ...dealTables.flatMap(({ currencies }) => (currencies === null ? [] : currencyWarnings(currencies))),
    ...unreadable,
    ...unknownStages(sources, deals, dealTables),
    ...dealTables.flatMap((part, index) => assumedOpen(files[index] ?? '', part)),
    ...dealTables.flatMap(({ otherStatus }, index) => otherStatusWarning(files[index] ?? '', otherStatus ?? null)),
    ...dealTables.flatMap(({ marked }, index) => marked.map((rows) => setAsideWarning(files[index] ?? '', rows))),
    ...dealTables.flatMap(({ repeating }, index) =>
      repeating === null ? [] : [repeatingWarning(files[index] ?? '', repeating)],
    ),
    ...repeats,
    // Without deals there is nothing that a table could be joined to.
    ...(dealTables.length === 0 ? [] : joins.flatMap((one) => joinWarnings(one, joined))),
  ];
}

/** A file and what it holds. */
function placeOf({ file, sheet, role }: Pick<SourceAccount, 'file' | 'sheet' | 'role'>): WarningPlace {
  return { file, sheet, role };
}

function fileOf({ head, role }: ReadTable['plan']): WarningPlace {
  return placeOf({ ...head, role });
}

function assumedMappings(source: SourceAccount): LoadWarning[] {
  return source.columns
    .filter(({ field, confidence }) => field !== null && (confidence ?? 1) < ASSUMED)
    .map(({ column, field, reason }) => {
      const named = fieldName(source.role, field ?? '');
      return warning(
        'assumed_mapping',
        `${source.file}: column "${column}" was assumed to be ${field} (${reason}); --map ${named}="…" settles it.`,
        `${source.file}: ستون «${column}» به‌عنوان ${field} فرض شد؛ با --map ${named}="…" مشخص کنید.`,
        { ...placeOf(source), column, field: field ?? '' },
      );
    });
}

/** A field as `--map` takes it: those of other roles than deals carry the role. */
function fieldName(role: Role, field: string): string {
  return role === 'deals' || field.includes('.') ? field : `${role}.${field}`;
}

function unfitWarnings({ plan, mapping }: ReadTable): LoadWarning[] {
  return mapping.unfit.map(({ field, header, share }) =>
    warning(
      'unfit_column',
      `${plan.head.file}: "${header}" is named like ${field}, but only ${Math.round(share * 100)} % of its cells are one, so it was left out (--map ${fieldName(plan.role, field)}="${header}" takes the cells that fit).`,
      `${plan.head.file}: «${header}» نام ${field} را دارد، اما فقط ${Math.round(share * 100)}٪ سلول‌هایش چنین‌اند و کنار گذاشته شد (--map ${fieldName(plan.role, field)}="${header}").`,
      { ...fileOf(plan), column: header, field },
    ),
  );
}

function tieWarnings({ plan, mapping }: ReadTable): LoadWarning[] {
  return mapping.ties.map(({ field, taken, other }) =>
    warning(
      'mapping_tie',
      `${plan.head.file}: "${taken}" was taken for ${field}; "${other}" could be it as well (--map ${fieldName(plan.role, field)}="${other}" says so).`,
      `${plan.head.file}: «${taken}» به‌عنوان ${field} گرفته شد؛ «${other}» هم می‌تواند باشد (--map ${fieldName(plan.role, field)}="${other}").`,
      { ...fileOf(plan), column: taken, field },
    ),
  );
}

function ambiguousWarning({
  file,
  column,
  field,
  role,
  taken,
  other,
  cells,
  example,
}: AmbiguousColumn<string>): LoadWarning {
  const option = taken.startsWith('decimal ') ? '--decimal' : '--date-order';
  const [takenFa, otherFa] = [READING_FA[taken] ?? taken, READING_FA[other] ?? other];
  const [form, formFa] =
    example === undefined ? ['', ''] : [`, where written as ${example},`, `، آنجا که مانند ${example} نوشته شده،`];
  return warning(
    'ambiguous_column',
    `${file}: "${column}"${form} was read as ${taken}; nothing in the file settles it, and ${cells} cells would be different as ${other} (${option} settles it).`,
    `${file}: ستون «${column}»${formFa} با ${takenFa} خوانده شد؛ چیزی در فایل آن را روشن نمی‌کند و ${cells} سلول با ${otherFa} مقدار دیگری می‌گیرد (${option} آن را روشن می‌کند).`,
    { file, ...(role === undefined ? {} : { role }), column, field },
  );
}

function otherDayWarnings({ plan, mapping, reader }: ReadTable): LoadWarning[] {
  return reader
    .otherDays(mapping.fields)
    .map(({ column, cells }) =>
      warning(
        'time_zone',
        `${plan.head.file}: the time stamps of "${column}" carry several offsets; ${cells} of them are read as another day than the one written there (--timezone ZONE decides, such as Europe/Berlin).`,
        `${plan.head.file}: زمان‌های ستون «${column}» چند اختلاف ساعت دارند؛ روز ${cells} تای آن‌ها با روز نوشته‌شده یکی نیست (با --timezone روشن می‌شود، مانند Asia/Tehran).`,
        { ...fileOf(plan), column, count: cells },
      ),
    );
}

const READING_FA: Readonly<Record<string, string>> = {
  'day/month': 'ترتیب روز/ماه',
  'month/day': 'ترتیب ماه/روز',
  'decimal point': 'اعشار نقطه',
  'decimal comma': 'اعشار ویرگول',
};

function unknownStages(sources: readonly SourceAccount[], deals: Deals, parts: readonly DealTable[]): LoadWarning[] {
  if (!deals.has('outcome')) return [];
  let excluded = -deals.setAside.size;
  const outcome = deals.column('outcome');
  for (let row = 0; row < outcome.length; row++) if (outcome[row] === EXCLUDED) excluded++;
  if (excluded <= 0) return [];
  const unknown = sources.flatMap(({ stages }) =>
    stages
      .filter(({ outcome, value }) => outcome === 'excluded' && value !== '')
      .toSorted((a, b) => b.rows - a.rows)
      .map(({ value, rows }) => `"${value}" (${rows})`),
  );
  // Where no column holds stages there is no name that could be given a meaning.
  const hasStages = sources.some(({ stages }) => stages.some(({ value }) => value !== ''));
  const option = hasStages ? '--stage "NAME=won|lost|open|excluded"' : '--map stage="COLUMN"';
  const named = unknown.length === 0 ? '' : ` Stages in question: ${list(unknown, false)}.`;
  const namedFa =
    unknown.length === 0
      ? ''
      : ` مرحله‌های ناشناخته: ${unknown.slice(0, LISTED).join('، ')}${unknown.length > LISTED ? '، …' : ''}.`;
  // Rows that were put together since may be fewer.
  const closed = Math.min(
    excluded,
    parts.reduce((sum, { closedSomehow = 0 }) => sum + closedSomehow, 0),
  );
  const ended = closed === 0 ? '' : ` (${closed} of them closed, but nothing says how)`;
  const endedFa = closed === 0 ? '' : ` (${closed} تای آن بسته است، اما معلوم نیست چگونه)`;
  const blank = Math.min(excluded, blankRows(sources));
  const unnamed = blank === 0 ? '' : ` ${blank} rows name no stage: --stage "(blank)=open" says what they are.`;
  const unnamedFa = blank === 0 ? '' : ` ${blank} سطر مرحله‌ای ندارد: با --stage "(blank)=open" بگویید چیست.`;
  const asks = unknown.length > 0 || blank === 0;
  const settles = asks ? ` ${option} settles it.` : '';
  const optionFa = hasStages ? '--stage "نام=won|lost|open|excluded"' : '--map stage="…"';
  const settlesFa = asks ? ` با ${optionFa} مشخص کنید.` : '';
  return [
    warning(
      'unknown_outcome',
      `${excluded} deals are neither won, lost nor open by anything in the file and were left out of every figure${ended}.${named}${settles}${unnamed}`,
      `نتیجه‌ی ${excluded} معامله روشن نیست و در هیچ شاخصی نیامد${endedFa}.${namedFa}${settlesFa}${unnamedFa}`,
    ),
  ];
}

/** Rows that are left out in a file where the column that tells outcomes is empty for them. */
function blankRows(sources: readonly SourceAccount[]): number {
  return sources.reduce((sum, { stages }) => {
    const rows = stages.filter(({ value, outcome }) => value === '' && outcome === 'excluded').map(({ rows }) => rows);
    return sum + (rows.length === 0 ? 0 : Math.min(...rows));
  }, 0);
}

/** Stages that nobody knows and that count as open, because nothing in their names ends a deal. */
function assumedOpen(file: string, { guessed = [] }: DealTable): LoadWarning[] {
  // Where both ways to end are named, a name that is neither is a stage of its own: an inspection lists it.
  const open = guessed.filter(({ sure }) => !sure);
  if (open.length === 0) return [];
  const rows = open.reduce((sum, one) => sum + one.rows, 0);
  const names = open.toSorted((a, b) => b.rows - a.rows).map(({ value, rows: n }) => `"${value}" (${n})`);
  return [
    warning(
      'assumed_open',
      `${file}: ${rows} rows in stages of other names count as open, because nothing in the names ends a deal: ${list(names, false)} (--stage "NAME=won|lost|open|excluded" settles it).`,
      `${file}: ${rows} سطر در مرحله‌هایی با نام‌های دیگر باز به‌شمار آمد، چون در نامشان چیزی از پایان معامله نیست: ${list(names, false, 'fa')} (با --stage "نام=won|lost|open|excluded" روشن می‌شود).`,
      { file, role: 'deals', field: 'stage', count: rows },
    ),
  ];
}

/** A status that says lost or open of deals whose stage says won, and never won itself. */
function otherStatusWarning(file: string, column: string | null): LoadWarning[] {
  if (column === null) return [];
  return [
    warning(
      'other_status',
      `${file}: "${column}" never says won, and says something else of deals whose stage does, so the stage decided (--ignore "${column}" leaves it out altogether).`,
      `${file}: ستون «${column}» هرگز برنده نمی‌گوید و درباره‌ی معامله‌هایی که مرحله‌شان برنده است چیز دیگری می‌گوید، پس مرحله تعیین کرد (با --ignore "${column}" یکسره کنار گذاشته می‌شود).`,
      { file, role: 'deals', column, field: 'status' },
    ),
  ];
}

function setAsideWarning(file: string, { column, value, rows, why }: MarkedRows): LoadWarning {
  return warning(
    'set_aside',
    `${rows} rows are no deals and were left out of every figure: "${column}" is "${value}" (${why.en}).`,
    `${rows} سطر معامله نیست و در هیچ شاخصی نیامد: ستون «${column}» برابر «${value}» است (${why.fa}).`,
    { file, role: 'deals', column, count: rows },
  );
}

function repeatingWarning(file: string, { column, once, counts }: RepeatingAmounts): LoadWarning {
  const kinds = counts.map(({ value, rows }) => `${rows} ${value}`).join(', ');
  const about = { file, role: 'deals', column, field: 'amount' } as const;
  if (once === 0 && counts.length === 1) {
    return warning(
      'repeating_amounts',
      `every amount is paid again and again ("${column}": ${kinds}); figures are of one payment.`,
      `همه‌ی مبلغ‌ها تکرارشونده است (ستون «${column}»: ${kinds})؛ شاخص‌ها از یک نوبت پرداخت است.`,
      about,
    );
  }
  return warning(
    'repeating_amounts',
    `amounts that are paid again and again stand beside one-time ones ("${column}": ${kinds}, ${once} once) and are added as they stand; --by "${column}" keeps them apart.`,
    `مبلغ‌های تکرارشونده در کنار مبلغ‌های یک‌باره آمده است (ستون «${column}»: ${kinds}؛ یک‌باره: ${once}) و همان‌گونه جمع می‌شود؛ با --by "${column}" جدا می‌شود.`,
    about,
  );
}

function joinWarnings({ file, join }: JoinedFiles, told: readonly JoinedTable[]): LoadWarning[] {
  if (join === null) {
    return [
      warning(
        'not_joined',
        `${file}: no column of it names what the deals name, so it was not joined.`,
        `${file}: هیچ ستونی از آن با معامله‌ها پیوند نخورد.`,
        { file },
      ),
    ];
  }
  if (join.unmatchedDeals === 0) return [];
  // A rule of its own names the deals, where the table hangs on a field of theirs.
  const judged = told.find((one) => one.file === file && one.column === join.dealColumn);
  const field = judged === undefined ? {} : { role: judged.role, field: judged.field };
  return [
    warning(
      'unmatched_join',
      `${file}: ${join.unmatchedDeals} deals carry a ${join.dealColumn} that is not in it: ${list(join.unmatchedValues)}.`,
      `${file}: ${join.unmatchedDeals} معامله مقداری در ${join.dealColumn} دارد که در آن نیست.`,
      { file, column: join.dealColumn, count: join.unmatchedDeals, ...field },
    ),
  ];
}
