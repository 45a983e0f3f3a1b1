import { beforeAll, describe, expect, it } from 'vitest';
import { check, type Loaded, type Report, report as reportOf, type Samples } from '../../src/index.js';
import { redactReport } from '../../src/report/redact-report.js';
import { reportSchema } from '../../src/report/schema.js';
import { day } from '../support/deals.js';
import { REPORT } from '../support/documents.js';
import { loadTexts } from '../support/load-texts.js';
import { FORECAST, LIFETIME, SURVIVAL } from '../support/predictions.js';

/** Owners with e-mails, one of whom wins far less; a customer with most of the money; deals that wait. */
const HEAD = 'id,name,account,owner,stage,amount,currency,created,closed,expected close,lost reason';
const OWNERS = ['ana@example.test', 'ben@example.test'] as const;
const CLOSED = Array.from({ length: 120 }, (_, at) => {
  const [owner, won] = [OWNERS[at % 2], at % 2 === 0 ? at % 10 !== 0 : at % 10 === 1];
  const account = at % 4 === 0 ? 'Bigcorp' : `Customer ${at}`;
  const closed = `2025-0${1 + (at % 3)}-1${at % 9}`;
  return `D-${at},Deal no ${at},${account},${owner},Closed ${won ? 'Won' : 'Lost'},${at % 4 === 0 ? 9000 : 10},EUR,2024-12-0${1 + (at % 9)},${closed},,${won ? '' : 'Price'}`;
});
const OPEN = Array.from(
  { length: 30 },
  (_, at) => `P-${at},Plan no ${at},Customer ${at},${OWNERS[at % 2]},Proposal,${at},EUR,2023-01-01,,2024-02-02,`,
);
const QUOTAS = { 'ana@example.test': 100_000, 'ben@example.test': 100_000 };
/** What only a record says: names of deals, customers and people, and ids. */
const NAMES = /(Deal|Plan) no|Bigcorp|Customer \d|example\.test/;

let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadTexts({ 'deals.csv': [HEAD, ...CLOSED, ...OPEN].join('\n') });
});

function told(samples?: Samples, lang: 'en' | 'fa' = 'en'): Report {
  const settings = { quotas: QUOTAS };
  return reportOf(loaded, {
    today: day('2030-12-31'),
    settings,
    lang,
    maxInsights: 0,
    ...(samples === undefined ? {} : { samples }),
  });
}

function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return JSON.stringify((error as { readonly args?: unknown }).args);
  }
  return '';
}

describe('a report for other readers', () => {
  it('names deals, customers and people unless told otherwise', () => {
    const full = told();
    expect(full).toEqual(told('full'));
    expect(full.samples).toBe('full');
    expect(full.insights.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['segment_win_rate', 'concentration_risk', 'stalled_value']),
    );
    expect(JSON.stringify(full.insights)).toMatch(NAMES);
    expect(JSON.stringify(full.actions)).toMatch(NAMES);
    expect(JSON.stringify(full.evidence)).toMatch(NAMES);
    expect(JSON.stringify(full.kpis)).toMatch(NAMES);
  });

  it.each(['ids', 'none'] as const)('names nobody with %s, in any part and language', (samples) => {
    for (const lang of ['en', 'fa'] as const) {
      const report = told(samples, lang);
      expect(JSON.stringify(report)).not.toMatch(NAMES);
      expect(reportSchema.parse(report)).toEqual(report);
      expect(report.samples).toBe(samples);
    }
  });

  it.each(['ids', 'none'] as const)('does not tell with %s what a condition could have asked for', (samples) => {
    for (const where of [
      'owner = Zed',
      'account = Bigcorq',
      'Owner = zed',
      'name = "Plan no 999"',
      'owner = "ana@example.tset"',
    ]) {
      const report = reportOf(loaded, { today: day('2030-12-31'), samples, where });
      expect(
        report.warnings.map(({ code }) => code),
        where,
      ).toContain('nothing_fits');
      // What was asked is the reader's own word.
      expect(JSON.stringify(report.warnings).replaceAll(where.replaceAll(/.*= |"/g, ''), ''), where).not.toMatch(NAMES);
    }
    const { warnings } = reportOf(loaded, { today: day('2030-12-31'), samples, where: 'stage = Propsal' });
    expect(JSON.stringify(warnings)).toContain('Proposal');
  });

  it('does not tell it in the error of a check that had nothing to check, either', () => {
    const told = (samples: Samples) => () =>
      check(loaded, { today: day('2030-12-31'), samples, where: 'account = Bigcorq' });
    expect(thrownBy(told('full'))).toContain('Bigcorp');
    expect(thrownBy(told('none'))).toContain('Bigcorq');
    expect(thrownBy(told('none'))).not.toMatch(NAMES);
  });

  it('has the same figures and findings, whatever it names', () => {
    const full = told();
    const figures = ({ kpis }: Report) => kpis.map(({ id, value, n, rankingTotal }) => [id, value, n, rankingTotal]);
    const findings = ({ insights }: Report) => insights.map(({ id, impact, severity }) => [id, impact, severity]);
    for (const samples of ['ids', 'none'] as const) {
      const report = told(samples);
      expect(figures(report)).toEqual(figures(full));
      expect(findings(report)).toEqual(findings(full));
      expect(report.evidence.map(({ kpi, total }) => [kpi, total])).toEqual(
        full.evidence.map(({ kpi, total }) => [kpi, total]),
      );
      expect(report.actions?.kinds.map(({ total, owners }) => [total, owners])).toEqual(
        full.actions?.kinds.map(({ total, owners }) => [total, owners]),
      );
      expect(report.pipeline).toEqual(full.pipeline);
    }
  });

  it('with ids says where deals stand and their ids, and nothing that stands in them', () => {
    const [full, ids] = [told(), told('ids')];
    const listed = ({ evidence, actions }: Report) => [
      ...evidence.flatMap(({ deals }) => deals),
      ...(actions?.kinds ?? []).flatMap(({ deals }) => deals),
    ];
    expect(listed(ids).length).toBe(listed(full).length);
    expect(listed(ids).map(({ id, file, row }) => [id, file, row])).toEqual(
      listed(full).map(({ id, file, row }) => [id, file, row]),
    );
    for (const deal of listed(ids)) {
      const { id: _id, file: _file, sheet: _sheet, row: _row, ...cells } = deal;
      expect(Object.values(cells).every((cell) => cell === null)).toBe(true);
    }
  });

  it('with none has counts, and no record', () => {
    const none = told('none');
    expect(JSON.stringify(none)).not.toMatch(/"[DP]-\d/);
    expect(none.evidence.length).toBeGreaterThan(5);
    expect(none.evidence.every(({ deals }) => deals.length === 0)).toBe(true);
    for (const { evidence } of none.insights) expect(evidence['records']).toMatchObject({ first: [] });
  });

  it('names no customer and quotes no cell in a warning', async () => {
    const lines = [
      'id,account,stage,amount,created,closed',
      ...['A-1,Acme GmbH,Closed Won,12,2025-01-01,2025-02-01', 'A-2,ACME GMBH,Closed Won,13,2025-01-01,2025-02-01'],
      ...Array.from({ length: 12 }, (_, at) => `A-${at + 3},Other ${at},Closed Won,${at},2025-01-01,2025-02-01`),
      'A-99,Other 1,Closed Won,call Bob,2025-01-01,2025-02-01',
    ];
    const some = await loadTexts({ 'deals.csv': lines.join('\n') });
    const warnings = (samples: Samples) =>
      JSON.stringify(reportOf(some, { today: day('2030-12-31'), samples }).warnings);
    expect(warnings('full')).toMatch(/ACME GMBH/);
    expect(warnings('full')).toMatch(/call Bob/);
    for (const samples of ['ids', 'none'] as const) {
      expect(warnings(samples)).not.toMatch(/acme|call Bob/i);
      expect(warnings(samples)).toContain('written in more than one way');
    }
  });

  it('withholds the single deals of the time to close', async () => {
    const few = await loadTexts({
      'deals.csv': 'id,name,stage,created,closed\nA-1,Secret,Closed Won,2025-01-01,2025-02-01',
    });
    const cycle = (samples: Samples) => reportOf(few, { today: day('2030-12-31'), samples }).cycle;
    expect(cycle('full')?.deals).toMatchObject([{ id: 'A-1', name: 'Secret', days: 31 }]);
    expect(cycle('ids')?.deals).toMatchObject([
      { id: 'A-1', name: null, days: null, outcome: null, createdAt: null, closedAt: null, row: 2 },
    ]);
    expect(cycle('none')).toMatchObject({ n: 1, mean: 31, deals: [] });
  });
});

describe('what rests on models, for other readers', () => {
  const whole: Report = { ...REPORT, survival: SURVIVAL, lifetime: LIFETIME, forecast: FORECAST };
  const speech = { lang: 'en', calendar: 'gregorian', fiscalYearStart: 1 } as const;

  it.each(['ids', 'none'] as const)('names no customer, and no owner whom nobody asked for, with %s', (samples) => {
    const unasked = redactReport(whole, samples, speech, false);
    expect(reportSchema.parse(unasked)).toEqual(unasked);
    expect(JSON.stringify([unasked.lifetime, unasked.forecast])).not.toMatch(/Bigcorp|Fading|Ana/);
    expect(unasked.lifetime).toMatchObject({ totalValue: 200_000, atRiskTotal: 1, list: [], atRisk: [] });
    expect(unasked.forecast?.total).toEqual(FORECAST.total);
    expect(unasked.forecast?.pacing.map(({ kpi }) => kpi)).toEqual(['revenue_won']);
    const asked = redactReport(whole, samples, speech, true);
    expect(asked.forecast?.groups).toEqual(FORECAST.groups);
    expect(asked.survival).toEqual(SURVIVAL);
  });
});
