import { expect, it } from 'vitest';
import type { SourceAccount } from '../../../../src/model/dataset.js';
import { closingNames } from '../../../../src/report/measure-request.js';
import { funnelOnce, type SectionContext } from '../../../../src/report/sections/context.js';
import { funnel } from '../../../../src/report/sections/parts/funnel.js';
import { dealsOf } from '../../../support/deals.js';
import { questionOf } from '../../../support/question.js';

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
  const built = funnel.build({ question, funnel: funnelOnce(question) } as SectionContext);
  expect(built.funnel.map(({ stage, source }) => [stage, source])).toEqual([
    ['1 Lead', 'current_stage'],
    ['2 Offer', 'current_stage'],
  ]);
  expect(() => funnel.shape.funnel.parse(built.funnel)).not.toThrow();
  expect(built.funnelExcluded).toEqual([{ reason: 'stage_unknown', n: 1 }]);
});
