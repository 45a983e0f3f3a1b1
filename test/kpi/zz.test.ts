import { test } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { measureAll } from '../../src/kpi/measure.js';
import { breakDown } from '../../src/analysis/breakdown.js';
import { ALL_TIME } from '../../src/model/period.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import { DEFAULT_SETTINGS } from '../../src/kpi/definition.js';
import { Deals } from '../../src/model/deals.js';
import { day, sixteenDeals, SIXTEEN_AS_OF } from '../support/deals.js';
test('x', () => {
  const d = sixteenDeals();
  const q = { population: d.all(), period: ALL_TIME, asOf: SIXTEEN_AS_OF, dataEnd: SIXTEEN_AS_OF, settings: DEFAULT_SETTINGS, customers: null, leads: null, file: { hasLost: true, hasWon: true } };
  for (const period of [ALL_TIME, parsePeriod('2024-Q3', { anchor: 0 })!]) {
    for (const { kpi, measurement: m } of measureAll(kpis, null, { ...q, period })) console.log(kpi.id, m.value, m.value === null ? m.reason : '', m.n, (m as any).interval?.low, (m as any).interval?.high, JSON.stringify(m.excluded.map(e => [e.reason, e.rows.length])), JSON.stringify(m.notes?.map(n => n.text.en)), JSON.stringify(m.details));
  }
  const b = breakDown([{ name: 'owner', column: d.column('owner') }], kpis, ['win_rate'], q);
  console.log(b.groups.map(g => [g.key, g.n, g.measured[0]!.measurement.value]));
});
test('perf', () => {
  const n = 1_000_000;
  let s = 12345; const rnd = () => (s = (Math.imul(s, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const outcome = new Uint8Array(n), created = new Int32Array(n), closed = new Int32Array(n), amount = new Float64Array(n), prob = new Float64Array(n), owner = new Uint32Array(n), cust = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const r = rnd(); outcome[i] = r < .2 ? 0 : r < .55 ? 1 : r < .98 ? 2 : 3;
    created[i] = 18000 + Math.floor(rnd() * 1200); closed[i] = outcome[i] === 0 ? -2147483648 : created[i]! + Math.floor(rnd() * 150);
    amount[i] = rnd() < .05 ? NaN : Math.round(rnd() * 1e6) / 100; prob[i] = rnd(); owner[i] = Math.floor(rnd() * 200) + 1; cust[i] = Math.floor(rnd() * 50000) + 1;
  }
  const cat = (codes: Uint32Array, k: number) => ({ codes, values: ['', ...Array.from({ length: k }, (_, i) => 'v' + i)] });
  const make = () => new Deals({ size: n, columns: { outcome, created_at: created, closed_at: closed, amount, probability: prob, owner: cat(owner, 200), customer: cat(cust, 50000) }, files: [{ file: 'x', sheet: null }], fileOf: new Uint16Array(n), rowOf: new Uint32Array(n), lineOf: new Uint32Array(n), extra: new Map(), unreadable: [], duplicates: [] });
  const asOf = 18000 + 1350;
  for (let run = 0; run < 3; run++) {
    const d = make(); let t = performance.now(); d.all(); console.log('all()', performance.now() - t);
    const q = { population: d.all(), period: ALL_TIME, asOf, dataEnd: asOf, settings: DEFAULT_SETTINGS, customers: null, leads: null, file: { hasLost: true, hasWon: true } };
    if (run === 2) for (const k of kpis) { t = performance.now(); measureAll(kpis, [k.id], q); console.log(k.id, (performance.now() - t).toFixed(1)); }
    t = performance.now(); measureAll(kpis, null, q); console.log('all time', performance.now() - t);
    const period = parsePeriod('2021', { anchor: 0 })!;
    t = performance.now(); measureAll(kpis, null, { ...q, period }); console.log('period', performance.now() - t);
    t = performance.now(); breakDown([{ name: 'owner', column: d.column('owner') }], kpis, null, q); console.log('200 owners', performance.now() - t);
    t = performance.now(); breakDown([{ name: 'owner', column: d.column('owner') }], kpis, null, {...q, period}); console.log('200 owners period', performance.now() - t);
  }
});
