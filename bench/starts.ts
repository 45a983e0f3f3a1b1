/** How long the program takes to start, on one or several versions of Node. Nothing is preloaded: that would be timed too. */
import { type Goal, goalTable, startGoal } from './goals.js';
import { machine, median, processors, timed, type Usage } from './usage.js';

const COMMANDS = [
  ['bare', 'node -e 0'],
  ['version', 'kpi --version'],
  ['help', 'kpi --help'],
] as const;
type Id = (typeof COMMANDS)[number][0];

/** Starts each command `times` times in turn, on every Node, and returns Markdown. */
export function starts(program: string, nodes: readonly string[], times: number): string {
  const { words, busy } = machine();
  const parts = nodes.map((node) => ofNode(node, program, times));
  const lines = parts.flatMap((part) => part.lines);
  console.error(lines.join('\n'));
  const goals = parts.flatMap(({ version, major, used }, index): [Goal, (id: string) => Usage | undefined][] => {
    const goal = startGoal(major);
    return [[{ ...goal, work: `${goal.work}, ${version}`, rows: index }, used]];
  });
  return [
    `${words}; medians of ${times} runs in turn.`,
    ['| Node | | wall | CPU | wall, CPU relative |', '|---|---|---:|---:|---:|', ...lines].join('\n'),
    goalTable(
      goals.map(([goal]) => goal),
      (id, index) => goals[index]?.[1](id),
      busy,
    ),
  ].join('\n\n');
}

function ofNode(node: string, program: string, times: number) {
  const version = timed({ program: node, args: ['--version'] }).stdout.trim();
  const args: Record<Id, readonly string[]> = {
    bare: ['-e', '0'],
    version: [program, '--version'],
    help: [program, '--help'],
  };
  const walls: Record<Id, number[]> = { bare: [], version: [], help: [] };
  const cpu: Record<Id, number> = { bare: 0, version: 0, help: 0 };
  // The first turn only brings the files into the page cache, and compiled code into its place.
  for (let run = -1; run < times; run++) {
    for (const [id] of COMMANDS) {
      const used = processors(() => {
        const { wall } = timed({ program: node, args: args[id] });
        if (run >= 0) walls[id].push(wall);
      });
      if (run >= 0) cpu[id] += used;
    }
  }
  const of = (id: Id): Usage => ({ wall: median(walls[id]), cpu: cpu[id] / times, peak: Number.NaN });
  const bare = of('bare');
  const ms = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;
  const lines = COMMANDS.map(([id, title]) => {
    const { wall, cpu } = of(id);
    return `| ${version} | ${title} | ${ms(wall)} | ${ms(cpu)} | ${(wall / bare.wall).toFixed(2)}, ${(cpu / bare.cpu).toFixed(2)} |`;
  });
  return {
    version,
    major: Number(/\d+/.exec(version)?.[0]),
    lines,
    used: (id: string): Usage | undefined => COMMANDS.flatMap(([known]) => (known === id ? [of(known)] : []))[0],
  };
}
