import { expect, it } from 'vitest';
import { byGroup } from '../../../src/format/pages/kpi-groups.js';
import { kpis } from '../../../src/kpi/catalogue/index.js';

const ids = (...list: string[]) => list.map((id) => ({ id }));

it('puts what a leader asks for first, whatever the order of the document', () => {
  expect(byGroup(ids('new_deals', 'win_rate', 'avg_deal_size', 'revenue_won'), 'en')).toEqual([
    { title: 'Won', entries: ids('revenue_won', 'avg_deal_size') },
    { title: 'Conversion', entries: ids('win_rate') },
    { title: 'Pipeline', entries: ids('new_deals') },
  ]);
});

it('puts KPIs it does not know last', () => {
  expect(byGroup(ids('invented', 'win_rate'), 'fa').map(({ title }) => title)).toEqual(['تبدیل', 'سایر']);
});

it('knows every KPI of the catalogue', () => {
  expect(byGroup(kpis, 'en').map(({ title }) => title)).not.toContain('Other');
});
