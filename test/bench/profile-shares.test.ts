import { describe, expect, it } from 'vitest';
import { type Locate, type Profile, sharesOf } from '../../bench/profile-shares.js';

const BUILT = 'file:///kpi/dist/cli/main.js';
const KPI = frame('measure', BUILT, 10);
const MODEL = frame('where$2', BUILT, 20);

function frame(functionName: string, url = '', lineNumber = 0): Profile['nodes'][number]['callFrame'] {
  return { functionName, url, lineNumber, columnNumber: 0 };
}

const locate: Locate = ({ lineNumber, url }) => {
  if (url !== BUILT) return null;
  return lineNumber === 10 ? { file: 'src/kpi/measure.ts', line: 5 } : { file: 'src/model/population.ts', line: 7 };
};

/** Each node ran once for as many milliseconds as its id says. */
function profileOf(
  ...nodes: readonly [callFrame: Profile['nodes'][number]['callFrame'], ...children: number[]][]
): Profile {
  return {
    nodes: nodes.map(([callFrame, ...children], index) => ({ id: index + 1, callFrame, children })),
    samples: nodes.map((_, index) => index + 1),
    timeDeltas: nodes.map((_, index) => (index + 1) * 1000),
  };
}

describe('sharesOf', () => {
  it('counts a built-in function to the room that called it', () => {
    const { rooms } = sharesOf(
      profileOf([frame('(root)'), 2, 5], [KPI, 3, 4], [MODEL], [frame('sort')], [frame('(idle)')]),
      locate,
    );
    expect(Object.fromEntries(rooms)).toEqual({ 'native code': 1, kpi: 2 + 4, model: 3, idle: 5 });
  });

  it('tells modules, waiting, the kernel and collected garbage apart', () => {
    const modules = frame('compileSourceTextModule', 'node:internal/modules/esm/utils');
    const kernel = frame('scan', 'wasm://wasm/0123');
    const { rooms } = sharesOf(
      profileOf(
        [frame('(root)'), 2, 3, 5, 6],
        [modules],
        [KPI, 4],
        [frame('wait')],
        [kernel],
        [frame('(garbage collector)')],
      ),
      locate,
    );
    expect(Object.fromEntries(rooms)).toEqual({
      'native code': 1,
      modules: 2,
      kpi: 3,
      waiting: 4,
      kernel: 5,
      'garbage collection': 6,
    });
  });

  it('tells where in the kernel a function stands', () => {
    const scan = frame('src/load/kernel/assembly/scan/next', 'wasm://wasm/0123');
    const { functions } = sharesOf(profileOf([frame('(root)'), 2], [scan]), locate);
    expect(functions).toContainEqual({ name: 'next', place: 'load/kernel/assembly/scan', self: 2, total: 2 });
  });

  it('adds the calls of a function, and one within another once to its total', () => {
    const { functions } = sharesOf(profileOf([frame('(root)'), 2], [KPI, 3], [MODEL, 4], [KPI]), locate);
    expect(functions.filter(({ place }) => place !== '')).toEqual([
      { name: 'measure', place: 'kpi/measure.ts:5', self: 2 + 4, total: 2 + 3 + 4 },
      { name: 'where', place: 'model/population.ts:7', self: 3, total: 3 + 4 },
    ]);
  });
});
