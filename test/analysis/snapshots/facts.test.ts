import { expect, test } from 'vitest';
import { pairFrom } from '../../support/exports.js';

test('what makes a comparison doubtful is counted', () => {
  // The older export was taken on 2025-01-31.
  const { facts } = pairFrom(
    `id outcome created_at closed_at  pipeline
     A  open    2024-01-01 .          Main
     B  open    2024-01-01 .          Main
     C  open    2024-01-01 .          Old
     D  won     2024-01-01 2024-02-02 Gone`,
    `id outcome created_at closed_at  pipeline
     A  won     2024-01-01 2025-01-30 main
     B  lost    2024-01-01 2025-01-31 Main
     E  open    2025-01-30 .          Main
     F  open    2025-01-31 .          Fresh
     G  won     2025-01-01 2025-02-02 Main`,
  );
  expect(facts).toEqual({
    common: 2,
    smaller: 4,
    pipelinesGone: [{ pipeline: 'Old', open: 1 }],
    pipelinesNew: [{ pipeline: 'Fresh', open: 1 }],
    leftOutBefore: 2,
    closedBackdated: 1,
    readDifferently: [],
    // These files have no amounts at all: A, B and C, then E and F.
    withoutAmount: { before: 3, after: 2 },
  });
});

test('a stage that counts as open in one export only is no change of its deals', () => {
  const { facts } = pairFrom(
    `id outcome  stage
     A  open     Parked
     B  open     Parked
     C  excluded Queue
     D  open     Demo`,
    `id outcome  stage
     A  excluded Parked
     B  excluded parked
     C  open     Queue
     D  excluded Parked`,
  );
  expect(facts.readDifferently).toEqual([
    { stage: 'Parked', deals: 1 },
    { stage: 'Queue', deals: 1 },
    { stage: 'parked', deals: 1 },
  ]);
});
