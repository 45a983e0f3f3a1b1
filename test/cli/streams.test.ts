import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';
import { shell, terminal } from '../support/shell.js';
import { workplace } from '../support/workplace.js';

const place = workplace();
const sh = (script: string, env: Readonly<Record<string, string>> = {}) => shell(script, { cwd: place.path, env });

/** A report of megabytes, where a pipe holds 64 KiB: every deal has an owner of its own, and owners are a breakdown. */
function manyOwners(): void {
  const rows = Array.from(
    { length: 200 },
    (_, row) =>
      `${row},Deal ${row},Owner ${row},Closed ${row % 2 === 0 ? 'Won' : 'Lost'},${row},EUR,2025-01-06,2025-02-05`,
  );
  place.put(
    'many.csv',
    `Deal ID,Deal Name,Deal owner,Deal Stage,Amount,Currency,Create Date,Close Date\n${rows.join('\n')}\n`,
  );
}

describe('standard output', () => {
  it('may be closed early by its reader: nothing is said, and the code stays', () => {
    manyOwners();
    const many = '$KPI report many.csv --by owner --format json';
    expect(sh(`${many} | head -1; echo "codes \${PIPESTATUS[@]}"`)).toEqual({
      stdout: '{\ncodes 0 0\n',
      stderr: '',
      status: 0,
    });
    const check = '$KPI check deals.csv --format json';
    expect(sh(`${check} | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`)).toMatchObject({ status: 1 });
  });

  it('is complete when its reader is slow', () => {
    manyOwners();
    const script = '$KPI report many.csv --by owner --format json';
    const { stdout } = sh(`${script} | (sleep 1; wc -c); ${script} | wc -c`);
    const [slow, fast] = stdout.trim().split(/\s+/).map(Number);
    expect(slow).toBe(fast);
    expect(slow).toBeGreaterThan(1_000_000);
  });

  it.each(['report deals.csv', '--help', 'list kpis', ''])(
    'that is full fails `kpi %s` with 4 and a sentence',
    (args) => {
      const { status, stderr } = sh(`$KPI ${args} >/dev/full`);
      expect(status).toBe(4);
      expect(stderr).toMatch(/^error: standard output cannot be written \(ENOSPC/);
    },
  );

  it('that a shell closed fails with 4, unless nothing is to be written to it', () => {
    for (const args of ['report deals.csv', '--help', 'check clean.csv']) {
      const { status, stderr } = sh(`$KPI ${args} >&-`);
      expect(status, args).toBe(4);
      expect(stderr).toMatch(/^error: standard output cannot be written \(EBADF/);
    }
    expect(sh('$KPI report deals.csv -o r.md >&-').status).toBe(0);
    expect(sh('{ $KPI report deals.csv; echo "code $?" >&2; } >&-').stderr).toMatch(/code 4$/m);
  });

  it('that is thrown away by a shell or by a program is no failure', () => {
    expect(sh('$KPI report deals.csv >/dev/null').status).toBe(0);
    const node = 'require("node:child_process").spawnSync("sh", ["-c", process.argv[1]], { stdio: "ignore" }).status';
    for (const script of ['$KPI report deals.csv', '$KPI report deals.csv; exit $?'])
      expect(sh(`${process.execPath} -p '${node}' '${script}'`.replaceAll('$KPI', '\'"$KPI"\'')).stdout).toBe('0\n');
  });

  it('is the only place for results, and standard error for the rest', () => {
    const { stdout, stderr } = sh(
      '$KPI report deals.csv --format json --output - 2>/dev/null; $KPI report deals.csv --output r.md',
    );
    expect(JSON.parse(stdout).schemaVersion).toBe(2);
    expect(stderr).toMatch(/^wrote r\.md$/m);
    expect(sh('$KPI report deals.csv --output r.md --quiet').stderr).toBe('');
  });

  it('and every file get the same bytes whatever the zone, the locale and the folder', () => {
    const files = ['r.txt', 'r.md', 'r.html', 'r.json', 'r.csv', 'r.tsv'];
    const report = (env: Readonly<Record<string, string>>): readonly string[] => {
      const { stdout } = sh(`$KPI report deals.csv --period 2025-Q1 --by owner -o - -o ${files.join(' -o ')}`, env);
      return [stdout, ...files.map((name) => readFileSync(place.at(name), 'utf8'))];
    };
    const plain = report({});
    for (const text of plain) expect(text.split('\n').length).toBeGreaterThan(text.startsWith('<!') ? 10 : 20);
    expect(report({ TZ: 'America/New_York' })).toEqual(plain);
    expect(report({ TZ: 'Pacific/Kiritimati', LC_ALL: 'fa_IR.UTF-8', LANG: 'fa_IR.UTF-8' })).toEqual(plain);
  });

  it.each(['table', 'markdown', 'html', 'json', 'csv', 'tsv'])('gets as %s what a file gets', (format) => {
    const args = ['report', 'deals.csv', '--period', '2025-Q1', '--by', 'owner', '--format', format];
    const { stdout } = kpi(args, { cwd: place.path });
    expect(kpi([...args, '-o', 'same'], { cwd: place.path })).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(place.at('same'), 'utf8')).toBe(stdout);
  });

  it('needs a folder that is there', () => {
    const { status, stdout, stderr } = sh('mkdir gone && cd gone && rmdir ../gone && $KPI report ../deals.csv');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^error: the folder that kpi was started in is no longer there\.\nhint: .+\n$/);
  });

  it('works with an empty environment and without a home', () => {
    const { status, stderr } = sh(`env -i ${process.execPath} \${KPI#* } report deals.csv`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('standard input', () => {
  it('is read for -, and can be a pipe by name', () => {
    const direct = JSON.parse(sh('$KPI report deals.csv --format json').stdout).kpis;
    expect(JSON.parse(sh('cat deals.csv | $KPI report - --format json').stdout).kpis).toEqual(direct);
    expect(JSON.parse(sh('$KPI report <(cat deals.csv) --format json').stdout).kpis).toEqual(direct);
  });

  it('is an input error when it is empty, a usage error when it is a terminal', () => {
    expect(sh('$KPI report - </dev/null').status).toBe(3);
    expect(terminal('$KPI report -; echo code $?', { cwd: place.path })).toMatch(
      /nothing is piped into it[\s\S]*code 2/,
    );
  });
});

describe('colour', () => {
  // SGR sequences; a slow machine also shows the line of progress, and erases it (EL).
  const colored = (output: string): boolean => /\u001b\[[\d;]*m/.test(output);

  it.each([
    ['', true, false],
    ['NO_COLOR=1', false, false],
    ['NO_COLOR=', true, false],
    ['FORCE_COLOR=1', true, true],
    ['NO_COLOR=1 FORCE_COLOR=1', false, false],
    ['TERM=dumb', false, false],
    ['FORCE_COLOR=0', false, false],
  ])('with "%s" is %s on a terminal and %s in a pipe', (env, onTerminal, inPipe) => {
    const command = `env ${env} $KPI report deals.csv`;
    expect(colored(terminal(command, { cwd: place.path }))).toBe(onTerminal);
    expect(colored(sh(`${command} | cat`).stdout)).toBe(inPipe);
    // Each stream for itself: the error is on the terminal, the output is not.
    expect(colored(terminal(`env ${env} $KPI report missing.csv >/dev/null`, { cwd: place.path }))).toBe(onTerminal);
  });

  it('is off with --no-color, and in files', () => {
    expect(colored(terminal('$KPI report deals.csv --no-color', { cwd: place.path }))).toBe(false);
    expect(colored(sh('$KPI report deals.csv --no-color | cat', { FORCE_COLOR: '1' }).stdout)).toBe(false);
    expect(colored(sh('$KPI report deals.csv -o r.txt; cat r.txt', { FORCE_COLOR: '1' }).stdout)).toBe(false);
  });
});

describe('width', () => {
  it.each(['20', '80', '200', '0', 'wide'])('of COLUMNS=%s crashes nothing', (COLUMNS) => {
    expect(sh('$KPI report deals.csv', { COLUMNS })).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('an interrupt', () => {
  it('ends the work at once with 130', () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, row) => `${row},D${row},O,Closed Won,${row},EUR,2025-01-06,2025-02-05`,
    );
    place.put(
      'long.csv',
      `Deal ID,Deal Name,Deal owner,Deal Stage,Amount,Currency,Create Date,Close Date\n${rows.join('\n')}\n`,
    );
    // Interactive shells leave SIGINT to the job; a background job of a script ignores it, hence the new session.
    const { stdout } = sh(
      'set -m; $KPI report long.csv --output long.md & job=$!; sleep 0.4; kill -INT $job; wait $job; echo "code $?"; ls long.md .long.md* 2>/dev/null',
    );
    expect(stdout).toBe('code 130\n');
  });
});

describe('standard input', () => {
  const wins = (args: string): unknown => {
    const { stdout, stderr } = sh(`${args} --format json`);
    expect(stderr).toBe('');
    const { kpis } = JSON.parse(stdout) as { kpis: { id: string; value: number | null }[] };
    return kpis.find(({ id }) => id === 'won_deals')?.value;
  };

  it('may be slow, in pieces of any size', () => {
    expect(wins('(head -3 deals.csv; sleep 1; tail -n +4 deals.csv) | $KPI report -')).toBe(3);
    expect(wins('(head -c 10 deals.csv; sleep 0.3; tail -c +11 deals.csv; sleep 0.3) | $KPI report -')).toBe(3);
    expect(wins('(sleep 0.5; cat deals.csv) | $KPI report -')).toBe(3);
  });

  it('may be a file, a pipe, a FIFO, packed, and shared with others', () => {
    expect(wins('$KPI report - <deals.csv')).toBe(3);
    expect(wins('gzip -c deals.csv | $KPI report -')).toBe(3);
    expect(wins('mkfifo in; (sleep 0.3; cat deals.csv >in) & $KPI report - <in')).toBe(3);
    expect(wins('$KPI report <(sleep 0.3; cat deals.csv)')).toBe(3);
  });

  it('that is empty, closed or a folder is said in a sentence', () => {
    for (const input of ['</dev/null', '<&-', '<.']) {
      const { status, stderr } = sh(`$KPI report - ${input}`);
      expect(status, input).toBe(3);
      expect(stderr).toMatch(/^error: - is (?:empty|a folder)/);
    }
  });

  it('that never ends is read no further than it takes to see that it is no table', () => {
    const { status, stderr } = sh('$KPI report - </dev/zero');
    expect(status).toBe(3);
    expect(stderr).toContain('binary data');
    const text = sh('yes "Deal,1,Won" | $KPI report - --max-size 10MB');
    expect(text.status).toBe(3);
    expect(text.stderr).toContain('--max-size 40MB');
  });

  it('that is a terminal is asked for', () => {
    expect(terminal('$KPI report -', { cwd: place.path })).toContain('standard input');
  });
});
