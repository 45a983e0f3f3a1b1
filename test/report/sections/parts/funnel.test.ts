import { expect, it } from 'vitest';
import type { SourceAccount } from '../../../../src/model/dataset.js';
import { closingNames } from '../../../../src/report/measure-request.js';
import { funnelOnce, type SectionContext } from '../../../../src/report/sections/context.js';
import { funnel } from '../../../../src/report/sections/parts/funnel.js';
import { funnelShape } from '../../../../src/report/sections/parts/funnel-schema.js';
import { day, dealsOf, sixteenDeals } from '../../../support/deals.js';
import { type QuestionOptions, questionOf } from '../../../support/question.js';

it('knows the stages that the files call won or lost', () => {
  const deals = dealsOf(
    'outcome status stage\nopen o 1_Lead\nopen o 2_Offer\nwon w 3_Kept\nlost l 1_Lead\nlost l 4_Gone',
  );
  const stages = ['3 Kept', '4 Gone'].map((value) => {
    return { column: 'stage', value, rows: 1, outcome: value === '3 Kept' ? 'won' : 'lost', reason: 'known word' };
  });
  const closing = closingNames([{ stages } as unknown as SourceAccount]);
  const whole = { population: deals.all(), history: null, closing };
  const question = questionOf(deals, { whole });
  const built = funnel.build({ question, current: [], funnel: funnelOnce(question) } as unknown as SectionContext);
  expect(built.funnel.map(({ stage, source }) => [stage, source])).toEqual([
    ['1 Lead', 'current_stage'],
    ['2 Offer', 'current_stage'],
  ]);
  expect(() => funnelShape.funnel.parse(built.funnel)).not.toThrow();
  expect(built.funnelExcluded).toEqual([{ reason: 'stage_unknown', n: 1 }]);
});

it('says what became of the deals created in the period, by the snapshot', () => {
  const became = (options: QuestionOptions) => {
    const question = questionOf(sixteenDeals(), options);
    const context = { question, current: [], funnel: funnelOnce(question) } as unknown as SectionContext;
    const built = funnel.build(context);
    expect(() => funnelShape.becameOf.parse(built.becameOf)).not.toThrow();
    return built.becameOf;
  };
  // Created in the first quarter: D01, D03, D05 and D06 won, D02 and D04 lost; in the third D11 won, D10 lost, D12 open.
  expect(became({ period: '2024-Q1' })).toMatchObject({ created: 6, decided: 6, won: 4, lost: 2, open: 0 });
  expect(became({ period: '2024-Q3' })).toMatchObject({ created: 3, decided: 2, won: 1, lost: 1, open: 1 });
  // D04 was lost on 1 May, D06 won on 13 June: at the end of March they were open.
  const then = { period: '2024-Q1', asOf: day('2024-03-31'), dataEnd: day('2024-12-31') };
  expect(became(then)).toMatchObject({ created: 6, decided: 4, won: 3, lost: 1, open: 2 });
  expect(became({ period: '2019' })).toBeNull();
});
