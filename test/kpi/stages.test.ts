import { expect, it } from 'vitest';
import { won } from '../../src/kpi/populations.js';
import { stagesAt, stayQuantiles } from '../../src/kpi/stages.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import { day, dealsOf } from '../support/deals.js';
import { historyOf } from '../support/history.js';

const DEALS = dealsOf(`id outcome closed_at
                       A  won     2024-03-01
                       B  lost    2024-03-01
                       C  open    .`);

it('knows the stage of each deal on a day, and since when', () => {
  const history = historyOf(DEALS, 'A Intro 2024-01-01\nA Offer 2024-02-01\nB Intro 2024-02-02');
  const names = (t: string) => Array.from(stagesAt(history, 3, day(t)).stage, (code) => history.stages[code]);
  expect(names('2024-01-31')).toEqual(['Intro', '', '']);
  expect(names('2024-02-01')).toEqual(['Offer', '', '']);
  expect([...stagesAt(history, 3, day('2024-02-02')).since]).toEqual([day('2024-02-01'), day('2024-02-02'), NO_DAY]);
});

it('measures the stays of won deals, the last one up to the closing, and leaves out what comes after it', () => {
  const deals = dealsOf(
    ['id outcome closed_at', ...[1, 2, 3, 4, 5].map((n) => `W${n} won 2024-01-${10 + n}`), 'L lost 2024-12-01'].join(
      '\n',
    ),
  );
  const history = historyOf(
    deals,
    [
      ...[1, 2, 3, 4, 5].map((n) => `W${n} Offer 2024-01-10`),
      'W1 Intro 2024-01-01',
      'W5 Archive 2024-02-01',
      'L Offer 2024-01-01',
    ].join('\n'),
  );
  const medians = stayQuantiles(history, won(deals.all()), 0.5, day('2024-12-31'));
  const of = (stage: string) => medians[history.stages.indexOf(stage)];
  // 1, 2, 3, 4 days; W5 went on to Archive after its closing, 22 days later.
  expect(of('Offer')).toBe(3);
  expect(of('Intro')).toBeNaN();
  expect(of('Archive')).toBeNaN();
});

it('does not know what was entered after the day in question', () => {
  const deals = dealsOf(
    ['id outcome closed_at', ...[1, 2, 3, 4, 5].map((n) => `W${n} won 2024-01-${10 + n}`)].join('\n'),
  );
  const history = historyOf(
    deals,
    [1, 2, 3, 4, 5].flatMap((n) => [`W${n} Offer 2024-01-01`, `W${n} Archive 2024-03-01`]).join('\n'),
  );
  const offer = (t: string) => stayQuantiles(history, won(deals.all()), 0.5, day(t))[history.stages.indexOf('Offer')];
  // 10, 11, 12, 13, 14 days up to the closing; once the archive is known, all of them stayed until the first of March.
  expect(offer('2024-02-29')).toBe(12);
  expect(offer('2024-03-01')).toBe(60);
});
