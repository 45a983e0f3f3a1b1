/** What the drawings and tables of one breakdown share: its groups, the KPIs that are drawn, how it is called. */
import type { Text } from '../../../../locale/text.js';
import type { Breakdown, KpiEntry, Report } from '../../../../report/schema.js';
import type { Words } from '../../../page.js';
import { currencyWords, UNNAMED } from '../../../pages/figures.js';
import type { Group, GroupKpi } from '../../../pages/group-columns.js';
import { kpiOf, OVER_CLOSED } from '../../../pages/group-columns.js';
import { axisTitles, keyWords, namingAxes } from '../../../pages/group-keys.js';
import { groupKpis } from '../../../pages/group-kpis.js';
import { fieldTitle, proseTitle } from '../../../pages/prose-title.js';
import { drawnName } from '../../drawn-text.js';
import { nameText } from '../../markup.js';
import type { Page } from '../../page.js';

/** A drawing has so many rows; the table has the others. */
const MOST_DRAWN = 12;
/** Ranges and the like stand in an order of their own, out of which none is cut lightly. */
const MOST_IN_ORDER = 24;

export interface GroupsView {
  readonly report: Report;
  readonly breakdown: Breakdown;
  /** Of the whole period: those that are drawn and listed, in the order of the document. */
  readonly groups: readonly Group[];
  readonly drawn: readonly Group[];
  /** `regional office`; `مسئول`. */
  readonly by: string;
  /** The KPIs that groups are compared by, and how many more the document has. */
  readonly chosen: readonly string[];
  readonly more: number;
  /** Sums of money or counts, drawn as bars; null where none has a value. */
  readonly sum: KpiEntry | null;
  /** A rate, else a mean with an interval, drawn as dots. */
  readonly rate: KpiEntry | null;
  /** The name of a group in a drawing. */
  readonly nameOf: (group: Group) => string;
}

export function groupsView(breakdown: Breakdown, report: Report, page: Page): GroupsView {
  const { lang, options } = page;
  const groups: readonly Group[] = breakdown.rows ?? breakdown.groups;
  const { chosen, more } = groupKpis(groups, report);
  const { sort } = breakdown;
  const most = sort.by === 'own' ? MOST_IN_ORDER : MOST_DRAWN;
  const asked = [sort.by, sort.of].flatMap((id) => (id === null ? [] : [id]));
  const entries = [...new Set([...asked, ...chosen])].flatMap((id) => report.kpis.find((kpi) => kpi.id === id) ?? []);
  const rates = [...new Set([...asked, OVER_CLOSED, ...chosen])].flatMap(
    (id) => report.kpis.find((kpi) => kpi.id === id) ?? [],
  );
  const valued = ({ id }: KpiEntry): boolean => groups.some((group) => hasFigure(kpiOf(group, id)));
  const isMean = ({ id, unit }: KpiEntry): boolean =>
    unit !== 'ratio' && groups.some((group) => (kpiOf(group, id)?.interval ?? null) !== null);
  const isSum = (entry: KpiEntry): boolean => (entry.unit === 'money' || entry.unit === 'count') && !isMean(entry);
  return {
    report,
    breakdown,
    groups,
    drawn: groups.slice(0, most),
    by: nameText(
      axisTitles(breakdown, lang)
        .map((name) => proseTitle(fieldTitle(withoutEdges(name)), lang))
        .join(AND[lang]),
    ),
    chosen,
    more,
    sum: entries.find((entry) => isSum(entry) && valued(entry)) ?? null,
    rate:
      rates.find((entry) => asked.includes(entry.id) && isMean(entry) && valued(entry)) ??
      rates.find((entry) => entry.unit === 'ratio' && valued(entry)) ??
      rates.find((entry) => isMean(entry) && valued(entry)) ??
      null,
    nameOf: (group) => drawnName(keyWords(group, namingAxes(breakdown), options)),
  };
}

function hasFigure(kpi: GroupKpi | undefined): boolean {
  return kpi !== undefined && (kpi.value !== null || (kpi.byCurrency ?? []).some(({ value }) => value !== null));
}

/** `amount` of `amount:0,1000`, `created at` of `created_at:month`: the groups say the rest. */
function withoutEdges(name: string): string {
  return /^[a-z_]{1,40}:/.test(name) ? name.slice(0, name.indexOf(':')) : name;
}

/** Between the names that a breakdown is crossed by. */
const AND: Text = { en: ' and ', fa: ' و ' };
const BY: { readonly en: (title: string, by: string) => string; readonly fa: (title: string, by: string) => string } = {
  en: (title, by) => `${title} by ${by}`,
  fa: (title, by) => `${title} به تفکیک ${by}`,
};

/** Drawings of more currencies than these say nothing together; the table has all of them. */
const MOST_CURRENCIES = 4;

/** The currencies that a sum of these groups is drawn in; those that name none are one of them. Empty: it has one. */
export function currenciesOf(groups: readonly Group[], id: string, { currencies }: Report): string[] {
  const found = new Set(
    groups.flatMap((group) => (kpiOf(group, id)?.byCurrency ?? []).map(({ currency }) => currency)),
  );
  return [...new Set([...currencies, ...found])].filter((currency) => found.has(currency)).slice(0, MOST_CURRENCIES);
}

/** What stands above a drawing of a sum: its currency, that the amounts name none, or nothing where it is no money. */
export function currencyOver(currency: string | null, ofSeveral: boolean, { lang }: Page): Words | null {
  if (currency === null) return null;
  if (currency === '') return ofSeveral ? [UNNAMED[lang]] : null;
  return [currencyWords(currency, lang)];
}

/** `Won value by owner`. */
export function titleBy(title: string, { by }: Pick<GroupsView, 'by'>, { lang }: Page): string {
  return BY[lang](title, by);
}
