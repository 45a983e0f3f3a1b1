/** What the coming months are expected to bring: first whether the forecast is better than a simple rule. */
import { ratioText } from '../../../locale/numbers.js';
import { type Block, cell, DROP, data, type PageOptions, type Row, type Words } from '../../page.js';
import { fullCommand, moreWords } from '../cut.js';
import { pointWords, valueWords } from '../figures.js';
import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';
import { intervalWords, measureOf, plainCell, right } from './forecast-cells.js';
import { paceBlocks, recordBlocks } from './forecast-record.js';
import { type Forecast, FORECAST_WORDS as WORDS } from './forecast-words.js';

export const forecastView: SectionView = function* ({ forecast }, options, title) {
  if (forecast === null) return;
  yield { kind: 'heading', words: title, id: 'forecast' };
  if (forecast.reason !== null) {
    yield { kind: 'paragraph', words: notComputed(forecast.reason, options) };
    return;
  }
  const { message } = forecast.headline;
  if (message !== null) {
    const beats = forecast.headline.beats === true;
    yield {
      kind: 'paragraph',
      marker: beats ? '·' : '!',
      words: [message.message],
      ...(beats ? {} : { tone: 'warn' }),
    };
  }
  yield monthTable(forecast, options);
  yield* paceBlocks(forecast, options);
  const isBrief = options.detail === 'brief';
  if (!isBrief) for (const group of forecast.groups) yield* groupBlocks(forecast, group, options);
  if (options.detail === 'full') yield* stageBlocks(forecast, options);
  if (!isBrief) yield* recordBlocks(forecast, options);
  if (isBrief) return;
  for (const note of forecast.notes) yield { kind: 'aside', words: [data(note.message)] };
};

function monthTable(forecast: Forecast, options: PageOptions): Block {
  const measure = measureOf(forecast);
  const { lang } = options;
  const { months, total } = forecast;
  const partial = months.some((month) => month.partial);
  const withBaseline = forecast.method === 'model' && forecast.baseline !== null;
  type Line = Omit<(typeof months)[number], 'label' | 'start' | 'end' | 'partial'>;
  const row = (name: Words, line: Line, strong = false): Row => ({
    kind: 'cells',
    cells: [
      cell(name),
      {
        words: valueWords(line.expected === null ? null : Math.round(line.expected), measure, options),
        ...(strong ? { tone: 'strong' as const } : {}),
      },
      cell(intervalWords(line.interval, measure, options)),
      plainCell(line.worst, measure, options),
      plainCell(line.best, measure, options),
      ...(partial ? [plainCell(line.wonSoFar, measure, options)] : []),
      plainCell(line.pipeline, measure, options),
      plainCell(line.newBusiness, measure, options),
      ...(withBaseline ? [plainCell(line.baseline, measure, options)] : []),
    ],
  });
  return {
    kind: 'table',
    columns: [
      { title: [WORDS.month[lang]], align: 'left', drop: DROP.never },
      right(WORDS.expected, DROP.never, options),
      right(WORDS.interval, DROP.never, options),
      right(WORDS.worst, DROP.figure + 2, options),
      right(WORDS.best, DROP.figure + 1, options),
      ...(partial ? [right(WORDS.wonSoFar, DROP.figure + 3, options)] : []),
      right(WORDS.pipeline, DROP.figure + 4, options),
      right(WORDS.newBusiness, DROP.figure + 5, options),
      ...(withBaseline ? [right(WORDS.baseline, DROP.figure + 6, options)] : []),
    ],
    rows: [
      ...months.map((month) => row([pointWords(month, options)], month)),
      ...(total === null || months.length < 2 ? [] : [row([WORDS.total[lang]], total, true)]),
    ],
  };
}

/** Groups that are shown of each breakdown. */
const MOST_GROUPS = { standard: 8, full: 40 } as const;

function* groupBlocks(
  forecast: Forecast,
  { by, groups }: Forecast['groups'][number],
  options: PageOptions,
): Generator<Block, void, undefined> {
  if (groups.length === 0) return;
  const { lang } = options;
  const measure = measureOf(forecast);
  const most = MOST_GROUPS[options.detail === 'full' ? 'full' : 'standard'];
  const shown = groups.slice(0, most);
  const withQuota = groups.some(({ quota }) => quota !== null);
  const title = by.map((name) => WORDS.fields[name]?.[lang] ?? data(name));
  yield {
    kind: 'table',
    columns: [
      {
        title: title.flatMap((name, at): Words => (at === 0 ? [name] : [' · ', name])),
        align: 'left',
        drop: DROP.never,
        min: 8,
      },
      right(WORDS.deals, DROP.n, options),
      right(WORDS.expected, DROP.never, options),
      right(WORDS.interval, DROP.interval, options),
      right(WORDS.pipeline, DROP.figure + 1, options),
      right(WORDS.newBusiness, DROP.figure + 2, options),
      ...(withQuota ? [right(WORDS.attainment, DROP.never, options)] : []),
    ],
    rows: shown.map((group) => ({
      kind: 'cells',
      cells: [
        cell(
          group.key.flatMap(
            (value, at): Words => [...(at === 0 ? [] : [' · ']), value === '' ? WORDS.empty[lang] : data(value)],
          ),
        ),
        cell(valueWords(group.deals, { unit: 'count', currency: null }, options)),
        cell(valueWords(group.expected === null ? null : Math.round(group.expected), measure, options)),
        cell(intervalWords(group.interval, measure, options)),
        plainCell(group.pipeline, measure, options),
        plainCell(group.newBusiness, measure, options),
        ...(withQuota ? [cell(group.attainment === null ? '' : ratioText(group.attainment, lang))] : []),
      ],
    })),
  };
  const more = moreWords(shown.length, groups.length, fullCommand(options), lang);
  if (more !== null) yield { kind: 'aside', words: more };
}

function* stageBlocks(forecast: Forecast, options: PageOptions): Generator<Block, void, undefined> {
  const { byStage } = forecast;
  if (byStage.length === 0) return;
  const { lang } = options;
  const measure = measureOf(forecast);
  yield {
    kind: 'table',
    columns: [
      { title: [WORDS.stage[lang]], align: 'left', drop: DROP.never, min: 8 },
      right(WORDS.deals, DROP.never, options),
      right(WORDS.pWin, DROP.never, options),
      right(WORDS.eventually, DROP.never, options),
    ],
    rows: byStage.map(({ pipeline, stage, n, pWin, expected }) => ({
      kind: 'cells',
      cells: [
        cell([
          ...(pipeline === null || pipeline === '' ? [] : [data(pipeline), ' · ']),
          stage === '' ? WORDS.empty[lang] : data(stage),
        ]),
        cell(valueWords(n, { unit: 'count', currency: null }, options)),
        cell(pWin === null ? '' : ratioText(pWin, lang)),
        cell(valueWords(expected === null ? null : Math.round(expected), measure, options)),
      ],
    })),
  };
}
