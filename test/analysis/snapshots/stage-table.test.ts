import { expect, test } from 'vitest';
import { pairFrom } from '../../support/exports.js';

test('from which stage to which, most deals first, with the way that the order of the stages tells', () => {
  const { stages } = pairFrom(
    `id outcome stage   amount pipeline
     A  open    1_Lead  10     Main
     B  open    1_lead  20     Main
     C  open    3_Offer 30     Main
     D  open    Red     40     Other
     E  open    2_Demo  50     Main
     F  open    2_Demo  60     Main`,
    `id outcome stage   amount pipeline
     A  open    2_Demo  11     Main
     B  open    2_Demo  22     Main
     C  open    1_Lead  30     Main
     D  open    Blue    40     Other
     E  open    Blue    50     Other
     F  won     2_Demo  60     Main`,
  );
  expect(
    stages.moves.map(({ pipeline, from, to, direction, deals, amount }) => [
      pipeline,
      from,
      to,
      direction,
      deals,
      amount.amount,
    ]),
  ).toEqual([
    ['Main', '1 Lead', '2 Demo', 'advanced', 2, 33],
    // A move to another pipeline is neither forward nor back, and of no pipeline.
    [null, '2 Demo', 'Blue', 'stage_changed', 1, 50],
    ['Main', '3 Offer', '1 Lead', 'moved_back', 1, 30],
    ['Other', 'Red', 'Blue', 'stage_changed', 1, 40],
  ]);
});

test('without stages on one side there is a reason', () => {
  const { stages } = pairFrom('id outcome\nA open', 'id outcome stage\nA open Demo');
  expect(stages).toEqual({ reason: 'missing_field:stage', moves: [] });
});
