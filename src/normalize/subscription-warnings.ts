import type { LoadWarning } from '../model/load-warnings.js';
import { currencyWarnings } from './currency-warnings.js';
import type { ReadTable } from './read-table.js';
import type { SubscriptionTable } from './subscription-table.js';
import { unreadableBeside } from './unreadable-warnings.js';
import { warning } from './warning.js';

const LISTED = 5;

function listed(values: ReadonlyMap<string, number>): string {
  const named = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = named.slice(0, LISTED).map(([value, rows]) => `"${value}" (${rows})`);
  return named.length > LISTED ? `${shown.join(', ')}, …` : shown.join(', ');
}

function sum(rows: ReadonlyMap<string, number>): number {
  return [...rows.values()].reduce((all, n) => all + n, 0);
}

/** What a reader of the figures about subscriptions must know, and which option settles it. */
export function subscriptionWarnings(tables: readonly ReadTable[], parts: readonly SubscriptionTable[]): LoadWarning[] {
  return parts.flatMap((part, index) => {
    const table = tables[index];
    return table === undefined ? [] : [...unreadableBeside(table), ...ofTable(table.plan.head.file, part)];
  });
}

function ofTable(file: string, { facts }: SubscriptionTable): LoadWarning[] {
  const { assumedMonthly, unknownIntervals, unknownStatuses, runningPastEnd, endColumn, wholePrice } = facts;
  const warnings: LoadWarning[] = [];
  if (assumedMonthly !== null) {
    warnings.push(
      warning(
        'assumed_monthly',
        `${file}: nothing says for how long one "${assumedMonthly}" is paid, so it was taken as a price per month (--map subscriptions.arr="${assumedMonthly}" takes it as yearly, --map subscriptions.mrr="${assumedMonthly}" says that it is monthly, --map subscriptions.interval="…" names the column that tells).`,
        `${file}: چیزی نمی‌گوید «${assumedMonthly}» برای چه مدتی است و ماهانه گرفته شد (--map subscriptions.arr="${assumedMonthly}" یعنی سالانه، --map subscriptions.mrr="${assumedMonthly}" یعنی ماهانه، و --map subscriptions.interval="…" ستونی را نام می‌برد که آن را می‌گوید).`,
        { file, role: 'subscriptions', column: assumedMonthly, field: 'mrr' },
      ),
    );
  }
  if (unknownIntervals.size > 0) {
    warnings.push(
      warning(
        'unknown_interval',
        `${file}: these billing intervals are not known, so the prices beside them are missing: ${listed(unknownIntervals)}. Words like month, quarter, year or "3 months" are understood.`,
        `${file}: این دوره‌های پرداخت شناخته نشد و مبلغ کنارشان به‌شمار نیامد: ${listed(unknownIntervals)}. واژه‌هایی مانند ماهانه، فصلی، سالانه یا «3 months» فهمیده می‌شود.`,
        { file, role: 'subscriptions', field: 'interval', count: sum(unknownIntervals) },
      ),
    );
  }
  if (unknownStatuses.size > 0) {
    const [first = ''] = unknownStatuses.keys();
    warnings.push(
      warning(
        'unknown_subscription_status',
        `${file}: nobody knows what these statuses say, so the first and last days alone decide: ${listed(unknownStatuses)}. --stage "${first}=open" says that it runs, "=lost" that it has ended, "=excluded" that it does not count.`,
        `${file}: معنای این وضعیت‌ها شناخته نشد و تنها روزهای شروع و پایان داوری کردند: ${listed(unknownStatuses)}. با --stage "${first}=open" در جریان، "=lost" پایان‌یافته و "=excluded" کنارگذاشته می‌شود.`,
        { file, role: 'subscriptions', field: 'status', count: sum(unknownStatuses) },
      ),
    );
  }
  if (runningPastEnd > 0 && endColumn !== null) {
    warnings.push(
      warning(
        'running_past_end',
        `${file}: the status of ${runningPastEnd} rows says that they run, and their last day is over: they count as ended on it. If "${endColumn}" is only the end of the term paid for, --ignore "${endColumn}" lets them run.`,
        `${file}: وضعیت ${runningPastEnd} سطر می‌گوید در جریان‌اند ولی واپسین روزشان گذشته است؛ پایان‌یافته در همان روز به‌شمار آمدند. اگر «${endColumn}» تنها پایان دوره‌ی پرداخت‌شده است، با --ignore "${endColumn}" در جریان می‌مانند.`,
        { file, role: 'subscriptions', column: endColumn, field: 'ended_at', count: runningPastEnd },
      ),
    );
  }
  if (wholePrice !== null) {
    const { price, seats } = wholePrice;
    warnings.push(
      warning(
        'price_not_per_seat',
        `${file}: "${price}" was taken as the price of the whole subscription; if it is per seat, --map subscriptions.unit_price="${price}" multiplies it by "${seats}".`,
        `${file}: «${price}» قیمت همه‌ی اشتراک گرفته شد؛ اگر قیمت هر کاربر است، --map subscriptions.unit_price="${price}" آن را در «${seats}» ضرب می‌کند.`,
        { file, role: 'subscriptions', column: price, field: 'amount' },
      ),
    );
  }
  return [...warnings, ...(facts.currencies === null ? [] : currencyWarnings(facts.currencies))];
}
