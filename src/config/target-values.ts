/** A target as people write it → a number in its KPI's own unit. */

/** What a KPI's values can be. */
export interface TargetUnit {
  readonly unit: string;
  /** A share of a whole: never above 1. */
  readonly share: boolean;
}

/** Ratios that may well be above 1: a quota can be exceeded, revenue of customers can grow, a pipeline cover threefold. */
const ABOVE_ONE: readonly string[] = [
  'pipeline_coverage',
  'quota_attainment',
  'net_revenue_retention',
  'same_customer_revenue_ratio',
];
/** A ratio that may be above 1 is taken for a percentage from here on: nobody asks for ten times the quota. */
const PERCENT_FROM = 10;

export function targetUnit(id: string, unit: string): TargetUnit {
  return { unit, share: unit === 'ratio' && !ABOVE_ONE.includes(id) };
}

const POWERS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  هزار: 1e3,
  میلیون: 1e6,
  میلیارد: 1e9,
};

/**
 * `0.65`, `65`, `65%` and `۶۵٪` are one target of a rate; `2.5m`, `200k` and `1,000,000` are money, days or counts. A
 * ratio above 1 is a percentage, for a share cannot be above 1; where it can, from ten on.
 *
 * @returns null where the value is none, or a share of more than 100 %
 */
export function targetValue(written: number | string, { unit, share }: TargetUnit): number | null {
  const read = typeof written === 'number' ? { value: written, percent: false } : readNumber(written);
  if (read === null || !Number.isFinite(read.value)) return null;
  if (unit !== 'ratio') return read.percent ? null : read.value;
  const asPercent = read.percent || read.value > (share ? 1 : PERCENT_FROM);
  // Through the decimal digits: 0.57 is not 57 / 100 to the last bit for every number.
  const value = asPercent ? Number((read.value / 100).toPrecision(15)) : read.value;
  return share && value > 1 ? null : value;
}

function readNumber(text: string): { readonly value: number; readonly percent: boolean } | null {
  const plain = text
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/[\s\u200c\u200e\u200f]/g, '')
    .toLowerCase();
  const match =
    /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?([kmb]|هزار|میلیون|میلیارد|)([%٪]?)$/.exec(plain) ??
    commaDecimal(plain);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '0', power = '', percent = ''] = match;
  const value = Number(`${sign}${whole.replaceAll(',', '')}.${fraction}`) * (POWERS[power] ?? 1);
  return { value, percent: percent !== '' };
}

/** `0,65` and `62,5 %`: a comma that cannot part thousands. */
function commaDecimal(plain: string): RegExpExecArray | null {
  return /^([+-]?)(\d+),(\d{1,2}|\d{4,})([kmb]?)([%٪]?)$/.exec(plain);
}

/** What was expected of a target that is none, as the config's schema names it. */
export function targetFault({ unit, share }: TargetUnit): 'target_share' | 'target_ratio' | 'target_number' {
  if (unit !== 'ratio') return 'target_number';
  return share ? 'target_share' : 'target_ratio';
}
