import { expect, it } from 'vitest';
import { bySection } from '../../../src/format/pages/sections.js';

const ids = (...list: string[]) => list.map((id) => ({ id }));

it('keeps the order of the document, in sections and between them', () => {
  expect(bySection(ids('revenue_won', 'win_rate', 'avg_deal_size', 'new_deals'), 'en')).toEqual([
    { title: 'Revenue', entries: ids('revenue_won', 'avg_deal_size') },
    { title: 'Conversion', entries: ids('win_rate') },
    { title: 'Deals', entries: ids('new_deals') },
  ]);
});

it('puts KPIs it does not know last', () => {
  expect(bySection(ids('invented', 'win_rate'), 'fa').map(({ title }) => title)).toEqual(['تبدیل', 'سایر']);
});
