import type { Exclusion } from '../../model/exclusion.js';
import { defineKpi, type MeasuredValue, type Measurement, type NoValue } from '../definition.js';
import { mergeExclusions, NoFigureOf } from '../figures.js';

export const salesVelocity = defineKpi({
  id: 'sales_velocity',
  title: { en: 'Sales velocity', fa: 'سرعت فروش' },
  unit: 'money_per_day',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Open deals at the snapshot, times the win rate, times the average deal size, over the mean sales cycle: what the pipeline is worth per day of selling. All open deals count, priced or not. Without a part, no value. `closedVariant` takes the deals closed in the period instead of the open ones, as some do: it is won deals times their mean size over the cycle.',
    fa: 'تعداد معامله‌های باز در روز گزارش ضرب در نرخ برد ضرب در میانگین مبلغ معامله تقسیم بر میانگین طول چرخه‌ی فروش: ارزش هر روز فروش پایپ‌لاین. همه‌ی معامله‌های باز، با مبلغ یا بی‌مبلغ، شمرده می‌شوند. اگر یکی از اجزا نباشد مقدار ندارد. closedVariant، چنان‌که برخی حساب می‌کنند، به جای معامله‌های باز، معامله‌های بسته‌شده‌ی دوره را می‌گیرد.',
  },
  formula: {
    en: 'open_deals × win_rate × avg_deal_size / sales_cycle',
    fa: 'معامله‌های باز × نرخ برد × میانگین مبلغ معامله ÷ طول چرخه‌ی فروش',
  },
  source: 'Sales velocity equation with open opportunities: maven (40 × 0.25 × 25,000 / 90 = 2,777.78 a day).',
  needs: [],
  uses: ['open_deals', 'win_rate', 'avg_deal_size', 'sales_cycle'],
  measure({ kpi }) {
    const open = kpi('open_deals');
    const rate = kpi('win_rate');
    const size = kpi('avg_deal_size');
    const cycle = kpi('sales_cycle');
    const parts = [open, rate, size, cycle];
    const without = parts.find((part): part is NoValue => part.value === null);
    if (without !== undefined) return new NoFigureOf(without.reason, 0, () => leftOutOf(parts));
    if (cycle.value === 0) return new NoFigureOf('zero_cycle', 0, () => leftOutOf(parts));
    return new Velocity(open as MeasuredValue, rate as MeasuredValue, size as MeasuredValue, cycle as MeasuredValue);
  },
});

function leftOutOf(parts: readonly Measurement[]): readonly Exclusion[] {
  return mergeExclusions(parts.map(({ excluded }) => excluded));
}

/** The figure, with deals that are listed when they are read: those open, and those that any part leaves out. */
class Velocity implements MeasuredValue {
  readonly value: number;
  readonly n: number;
  readonly details: NonNullable<MeasuredValue['details']>;
  private left: readonly Exclusion[] | null = null;

  constructor(
    private readonly open: MeasuredValue,
    private readonly rate: MeasuredValue,
    private readonly size: MeasuredValue,
    private readonly cycle: MeasuredValue,
  ) {
    this.value = (open.value * rate.value * size.value) / cycle.value;
    this.n = open.n;
    this.details = {
      openDeals: open.value,
      winRate: rate.value,
      avgDealSize: size.value,
      salesCycle: cycle.value,
      closedDeals: rate.n,
      closedVariant: (rate.n * rate.value * size.value) / cycle.value,
    };
  }

  get rows(): Uint32Array {
    return this.open.rows ?? NO_ROWS;
  }

  get excluded(): readonly Exclusion[] {
    this.left ??= leftOutOf([this.open, this.rate, this.size, this.cycle]);
    return this.left;
  }
}

const NO_ROWS = new Uint32Array(0);
