/** Each of few groups over time: one little drawing a group, all on the same axes, in the order of the groups. */
import { countText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { KpiEntry } from '../../../../report/schema.js';
import { type Sentence, say, type Words } from '../../../page.js';
import { comma, pointWords, valueWords } from '../../../pages/figures.js';
import type { Group } from '../../../pages/group-columns.js';
import { kpiOf } from '../../../pages/group-columns.js';
import { axisOf } from '../../charts/axis.js';
import { columns } from '../../charts/columns.js';
import { line } from '../../charts/line.js';
import { many, SMALL_HEIGHT } from '../../charts/many.js';
import type { TimePoint } from '../../charts/time-frame.js';
import { all, type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, table } from '../../table.js';
import { placeNames } from '../time/place-names.js';
import { type GroupsView, titleBy } from './view.js';

/** A figure of some groups over the same points. */
interface Lines {
  readonly entry: KpiEntry;
  readonly points: readonly Point[];
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

interface Point {
  readonly label: string;
  readonly start: string;
  readonly partial: boolean;
}

/** More drawings side by side are no longer compared. */
const MOST_GROUPS = 9;
/** Of groups by time, the newest periods. */
const MOST_POINTS = 120;

const OVER_TIME: { readonly [L in Lang]: (title: string) => string } = {
  en: (title) => `${title}, over time`,
  fa: (title) => `${title}، در گذر زمان`,
};
const SAME: Text = { en: 'the same axes, in the order above', fa: 'محورهای یکسان، به همان ترتیب بالا' };
const ALL: Sentence<Words> = {
  en: (value) => say`; dotted: all, ${value}`,
  fa: (value) => say`؛ خط‌چین: همه، ${value}`,
};
const FIRST: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`the first ${shown} of ${total}, `,
  fa: ({ shown, total }) => say`${shown} گروه نخست از ${total}، `,
};
const PERIOD: Text = { en: 'Period', fa: 'دوره' };
const FIGURES: Text = { en: 'Figures', fa: 'عددها' };

/** The drawings of what the document has over time for each group; nothing where it has none. */
export function multiplesHtml(view: GroupsView, page: Page): Html {
  const found = view.breakdown.rows === null ? ofSeries(view) : ofPeriods(view);
  const drawn = found.filter(
    ({ groups }) => groups.length > 1 && groups.some(({ values }) => values.some((value) => value !== null)),
  );
  return all(drawn.map((lines) => multiples(lines, view, page)));
}

function ofSeries({ breakdown: { points, groups }, report, nameOf }: GroupsView): Lines[] {
  if (points === null) return [];
  const [first] = groups;
  return (first?.series ?? []).flatMap(({ kpi }, index): Lines[] => {
    const entry = report.kpis.find(({ id }) => id === kpi);
    if (entry === undefined) return [];
    return [
      {
        entry,
        points,
        groups: groups.map((group) => ({ name: nameOf(group), values: group.series[index]?.values ?? [] })),
      },
    ];
  });
}

/** Of a breakdown by time and something else: its cells. */
function ofPeriods({ breakdown, drawn, sum, rate, nameOf }: GroupsView): Lines[] {
  const at = breakdown.axes.findIndex(({ kind }) => kind === 'time');
  const nameless = (key: readonly string[]): string => JSON.stringify(key.filter((_, index) => index !== at));
  const periods = new Map<string, Point>();
  const cells = new Map<string, Group>();
  for (const group of breakdown.groups) {
    const label = group.key[at] ?? '';
    const start = group.range[at]?.from;
    cells.set(`${nameless(group.key)} ${label}`, group);
    if (typeof start !== 'string') continue;
    periods.set(label, { label, start, partial: group.partial || periods.get(label)?.partial === true });
  }
  const points = [...periods.values()].sort((a, b) => (a.start < b.start ? -1 : 1)).slice(-MOST_POINTS);
  const rows = drawn.slice(0, MOST_GROUPS);
  return [sum, rate].flatMap((entry): Lines[] =>
    entry === null
      ? []
      : [
          {
            entry,
            points,
            groups: rows.map((row) => ({
              name: nameOf(row),
              values: points.map(({ label }) => {
                const cell = cells.get(`${JSON.stringify(row.key)} ${label}`);
                return cell === undefined ? null : (kpiOf(cell, entry.id)?.value ?? null);
              }),
            })),
          },
        ],
  );
}

function multiples({ entry, points, groups }: Lines, view: GroupsView, page: Page): Html {
  const { lang, options } = page;
  const { unit, title, value: total, id } = entry;
  const names = placeNames(points, page, view.report);
  const isSum = view.sum?.id === id || unit === 'money' || unit === 'count';
  const targets = isSum || total === null ? [] : [total];
  const axis = axisOf([...groups.flatMap(({ values }) => values), ...targets], { unit, lang, free: !isSum, steps: 2 });
  const drawings = groups.map(({ name, values }) => {
    const places = points.map(
      ({ partial }, index): TimePoint => ({
        label: names[index]?.label ?? '',
        year: names[index]?.year ?? null,
        value: values[index] ?? null,
        partial,
      }),
    );
    const given = { unit, axis, height: SMALL_HEIGHT, targets };
    return { name, draw: isSum ? columns(places, given, page) : line(places, given, page) };
  });
  const name = OVER_TIME[lang](titleBy(title, view, page));
  const cut =
    groups.length < view.groups.length
      ? FIRST[lang]({ shown: countText(groups.length, lang), total: countText(view.groups.length, lang) })
      : [];
  const said = say`${cut}${SAME[lang]}${
    targets.length === 0 ? [] : ALL[lang](valueWords(total, { unit, currency: null }, options))
  }`;
  return html`<figure class="multiples"><h3><bdi>${name}</bdi></h3><p class="sub">${page.words(said)}</p>${many(
    drawings,
    `${name}: ${groups.map((group) => group.name).join(comma(lang))}`,
  )}<details><summary>${FIGURES[lang]}</summary>${figures({ entry, points, groups }, name, page)}</details></figure>`;
}

function figures({ entry: { unit }, points, groups }: Lines, caption: string, page: Page): Html {
  const { options, lang } = page;
  const rows = points.map((point, index): TableCell[] => [
    { html: page.words([pointWords(point, options)]), sort: point.start },
    ...groups.map(({ values }): TableCell => {
      const value = values[index] ?? null;
      return value === null
        ? { html: NOTHING, sort: null }
        : { html: page.words(valueWords(value, { unit, currency: null }, options)), sort: value };
    }),
  ]);
  return table(
    {
      caption: plainText([caption]),
      columns: [
        { title: html`${PERIOD[lang]}`, kind: 'text' },
        ...groups.map(({ name }) => ({ title: html`<bdi>${name}</bdi>`, kind: 'number' as const })),
      ],
      rows,
      sortable: true,
    },
    page,
  );
}
