import { foldText } from '../../locale/fold.js';
import { said } from '../../locale/said.js';
import { isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { sumRows } from '../../stats/sum.js';
import { defineKpi, type Note, type RankedPart } from '../definition.js';
import { leftOut, withoutValue } from '../figures.js';
import { pricedNote } from '../notes.js';
import { split } from '../parts.js';
import { closedIn, priced, undatedClosed, unpriced, won } from '../populations.js';
import { quotasFor } from '../quotas.js';
import { byAmount } from '../ranking.js';

export const quotaAttainment = defineKpi({
  id: 'quota_attainment',
  title: { en: 'Quota attainment', fa: 'تحقق سهمیه' },
  unit: 'ratio',
  basis: 'closed',
  better: 'higher',
  definition: {
    en: 'Won value of the owners who have a quota over the sum of their quotas; `quotas` of the config are taken for the period asked about. Deals of owners without a quota are left out and listed. Of a group of deals, the quotas of the owners whose deals are all in it; null where an owner has deals elsewhere too. Under a condition, the quotas of owners all of whose deals it leaves out are not counted. The ranking gives each owner.',
    fa: 'ارزش معامله‌های برنده‌ی مسئولانی که سهمیه دارند تقسیم بر جمع سهمیه‌هایشان؛ quotas در تنظیمات برای همان دوره است. معامله‌های مسئولان بی‌سهمیه کنار گذاشته و فهرست می‌شوند. برای یک گروه از معامله‌ها، سهمیه‌ی مسئولانی که همه‌ی معامله‌هایشان در آن است؛ اگر مسئولی معامله‌ی دیگری هم داشته باشد مقدار ندارد. با شرط، سهمیه‌ی مسئولانی که شرط همه‌ی معامله‌هایشان را کنار می‌گذارد شمرده نمی‌شود. رتبه‌بندی برای هر مسئول است.',
  },
  formula: {
    en: 'Σ amount of won deals of owners with a quota / Σ quotas',
    fa: 'جمع مبلغ معامله‌های برنده‌ی مسئول‌های دارای سهمیه ÷ جمع سهمیه‌ها',
  },
  source: 'Won value over target, by owner and period; the owner is the one in the file.',
  needs: ['outcome', 'amount', 'owner'],
  wants: ['closed_at'],
  amounts: 'against_target',
  measure({ population, period, settings, whole }) {
    const wins = won(closedIn(population, period));
    const amount = population.column('amount');
    const quotas = quotasFor(population, settings.quotas ?? {}, whole?.population);
    if (Object.keys(settings.quotas ?? {}).length === 0) return withoutValue('no_quotas');
    if (quotas === 'in_parts') return withoutValue('quota_in_parts');
    const { codes } = population.column('owner');
    const [own, others] = split(wins, 2, (row) => 1 - (quotas.has[codes[row] as number] as number)) as [
      typeof wins,
      typeof wins,
    ];
    const counted = priced(own);
    const account = {
      excluded: leftOut({
        ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
        without_quota: others,
        unpriced: unpriced(own),
      }),
      notes: [...pricedNote(counted.size, own.size), ...unknownOwners(quotas.without)],
    };
    if (quotas.byOwner.size === 0) return withoutValue('no_quota_in_group', account);
    if (own.size > 0 && counted.size === 0) return withoutValue('no_priced_deals', account);
    const value = sumRows(amount, counted.rows);
    return {
      value: value / quotas.target,
      n: counted.size,
      numerator: { total: value, rows: counted.rows },
      denominator: { total: quotas.target, rows: new Uint32Array(0) },
      details: { target: quotas.target, wonValue: value, missing: quotas.target - value },
      ranking: byOwner(counted, quotas.byOwner),
      ...account,
    };
  },
});

function unknownOwners(owners: readonly string[]): Note[] {
  return owners.length === 0 ? [] : [said('quota_without_deals', { owners })];
}

/** Each owner with a quota: their deals, won value and attainment; one without a deal has 0. */
function byOwner(deals: Population<'owner' | 'amount'>, targets: ReadonlyMap<string, number>): RankedPart[] {
  const { codes, values } = deals.column('owner');
  const amount = deals.column('amount');
  const owners = new Map([...targets.keys()].map((name) => [name, { key: name, n: 0, amount: 0 }]));
  split(deals, values.length, (row) => codes[row] as number).forEach((part, code) => {
    const owner = owners.get(foldText(values[code] as string));
    if (owner === undefined || part.size === 0) return;
    if (part.size > owner.n) owner.key = values[code] as string;
    owner.n += part.size;
    owner.amount += sumRows(amount, part.rows);
  });
  return [...owners]
    .map(([name, owner]) => ({ ...owner, share: owner.amount / (targets.get(name) as number) }))
    .sort(byAmount);
}
