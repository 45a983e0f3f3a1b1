import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { forecast, type Loaded, type ReportRequest, report } from '../../src/index.js';
import { kpis } from '../../src/kpi/catalogue/index.js';
import type { Kpi } from '../../src/kpi/definition.js';
import { PARTS } from '../../src/report/sections/parts/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/** What no report has unless it is named. */
const ON_DEMAND = (kpis as readonly Kpi[]).filter(({ onDemand }) => onDemand === true);
const MODELS = [PARTS.survival, PARTS.lifetime, PARTS.forecast];

const LINES = Array.from({ length: 60 }, (_, at) => {
  const [stage, month] = [['Closed Won', 'Closed Lost', 'Demo'][at % 3], 1 + (at % 9)];
  const closed = stage === 'Demo' ? '' : `2025-0${month}-2${at % 9}`;
  return `D${at},Customer ${at % 20},${['Ana', 'Ben'][at % 2]},Product ${at % 4},${stage},${at * 10},EUR,2025-0${month}-03,${closed}`;
});

let loaded: Loaded;
beforeAll(async () => {
  const head = 'id,account,owner,product,stage,amount,currency,created,closed';
  loaded = await loadTexts({ 'deals.csv': [head, ...LINES].join('\n') });
});
afterEach(() => vi.restoreAllMocks());

/** The report, the KPIs on demand that were measured for it, and how many parts were built that rest on models. */
function watched(request: Partial<ReportRequest>) {
  const measured = ON_DEMAND.map((kpi) => ({ id: kpi.id, spy: vi.spyOn(kpi, 'measure') }));
  const built = MODELS.map((part) => vi.spyOn(part, 'build'));
  const document = report(loaded, { today: day('2025-12-31'), ...request });
  return {
    document,
    measured: measured.flatMap(({ id, spy }) => (spy.mock.calls.length > 0 ? [id] : [])),
    built: built.filter(({ mock }) => mock.calls.length > 0).length,
  };
}

describe('a report that names nothing on demand', () => {
  it.each<[string, Partial<ReportRequest>]>([
    ['as usual', {}],
    [
      'of a period, by groups and compared',
      { period: '2025-Q3', compare: '2025-Q2', by: ['owner', ['owner', 'product'], 'month'] },
    ],
    ['of few deals', { where: 'owner = Ana', maxInsights: 0 }],
    ['of chosen figures', { kpis: ['win_rate', 'clv_simple'], sections: ['insights', 'evidence', 'series'] }],
    [
      'with targets and quotas',
      { period: '2025-Q3', targets: { win_rate: { min: 0.5 } }, settings: { quotas: { Ana: 100 } } },
    ],
  ])('measures none and builds none: %s', (_, request) => {
    expect(ON_DEMAND.length).toBeGreaterThan(0);
    const { document, measured, built } = watched(request);
    expect(measured).toEqual([]);
    expect(built).toBe(0);
    const { survival, lifetime, forecast: ahead } = document;
    expect({ survival, lifetime, ahead }).toEqual({ survival: null, lifetime: null, ahead: null });
    const ids = ON_DEMAND.map(({ id }) => id as string);
    const told = [...document.kpis, ...document.breakdowns.flatMap(({ groups }) => groups.flatMap((one) => one.kpis))];
    expect(told.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe('what is named', () => {
  it('is measured, and nothing beside it', () => {
    const { document, measured, built } = watched({ kpis: ['eventual_win_rate', 'win_rate'], by: ['owner'] });
    expect(measured).toEqual(['eventual_win_rate']);
    expect(document.kpis.map(({ id }) => id)).toEqual(['win_rate', 'eventual_win_rate']);
    expect(document.breakdowns[0]?.groups[0]?.kpis.map(({ id }) => id)).toEqual(['win_rate', 'eventual_win_rate']);
    expect(built).toBe(0);
  });

  it('by a target stands among the usual figures, not in every group', () => {
    const { document, measured } = watched({ targets: { eventual_win_rate: { min: 0.5 } }, by: ['owner'] });
    expect(measured).toEqual(['eventual_win_rate']);
    const entry = document.kpis.find(({ id }) => id === 'eventual_win_rate');
    expect(entry?.target?.min).toBe(0.5);
    expect(document.kpis.length).toBe(kpis.length - ON_DEMAND.length + 1);
    expect(document.breakdowns[0]?.groups[0]?.kpis.map(({ id }) => id)).not.toContain('eventual_win_rate');
  });

  it('by a target that single figures leave out is not looked at', () => {
    const { measured } = watched({ kpis: ['win_rate'], targets: { eventual_win_rate: { min: 0.5 } } });
    expect(measured).toEqual([]);
  });

  it('of sections is built, once, and changes nothing else', () => {
    const { document, built } = watched({ sections: ['+forecast'] });
    expect(built).toBe(1);
    const usual = watched({}).document;
    expect({ ...document, forecast: null }).toEqual(usual);
    expect(document.forecast?.horizonMonths).toBe(6);
  });
});

describe('a forecast alone', () => {
  it('measures no figure and runs no rule', () => {
    const spies = (kpis as readonly Kpi[]).map((kpi) => vi.spyOn(kpi, 'measure'));
    const ahead = forecast(loaded, {
      today: day('2025-12-31'),
      forecastHorizon: 12,
      targets: { win_rate: { min: 0.5 } },
    });
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(ahead.quality).toBeNull();
    expect(ahead.forecast?.horizonMonths).toBe(12);
  });

  it('looks ahead 1 to 36 months', () => {
    for (const months of [0, 37, 1.5, Number.NaN]) {
      expect(() => forecast(loaded, { today: day('2025-12-31'), forecastHorizon: months }), String(months)).toThrow(
        RangeError,
      );
    }
  });
});
