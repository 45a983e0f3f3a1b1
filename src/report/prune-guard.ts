/** Whether a run saw enough for what it did not find to be fixed: else a pruned baseline forgets what is still wrong. */
import { UserError } from '../errors/user-error.js';
import { countText } from '../locale/numbers.js';
import type { Text } from '../locale/text.js';
import type { Dataset } from '../model/dataset.js';
import { cellText } from '../model/text-column.js';
import { type BaselineScope, roleAndName } from '../quality/baseline.js';
import type { CheckResult } from '../quality/check.js';
import { isJudged } from '../quality/compare-baseline.js';
import { FEWEST_IN_GAP } from '../quality/gaps.js';
import type { NamedBaseline } from './read-baseline.js';

/** Records that may have left since the baseline was made: some are deleted because they were faults. */
const SMALLEST_SHARE = 0.9;
/** Rules and records named in a refusal. */
const NAMED = 5;

/** What a check looks at, as a baseline made of it says. */
export function scopeOfRun({ deals, sources }: Dataset, where: string | undefined): BaselineScope {
  return {
    records: deals.size,
    files: sources.map(({ role, file }) => roleAndName(role, file)).sort(),
    where: (where ?? '').trim().replace(/\s+/g, ' '),
  };
}

/**
 * Refuses to prune a baseline by a check, compared with it, that saw less than the baseline was made of.
 * @throws UserError `prune_saw_less` (exit 2), with what it did not see and what would be lost
 */
export function refuseLess(
  { file, known, scope }: NamedBaseline,
  comparison: CheckResult,
  now: BaselineScope,
  dataset: Dataset,
): void {
  const entries = [...known].filter(([, ofRule]) => ofRule.size > 0);
  if (entries.length === 0) return;
  const why = [
    ...narrowed(now, scope),
    ...notLookedAt(
      entries.map(([rule]) => rule),
      comparison,
    ),
    ...(scope === null ? [] : fewer(now, scope)),
  ];
  const reasons = why.length > 0 ? why : otherData(comparison, now, scope, dataset);
  if (reasons.length > 0) throw new UserError('prune_saw_less', { file, reasons, lost: lostText(comparison) });
}

function narrowed(now: BaselineScope, scope: BaselineScope | null): Text[] {
  if (now.where === '' || now.where === scope?.where) return [];
  return [
    {
      en: `it looked only at the deals of --where ${now.where}`,
      fa: `تنها معامله‌های ‎--where ${now.where} را دید`,
    },
  ];
}

/** A rule whose records are all gone was looked at; one without its column, or not selected, was not. */
function notLookedAt(rules: readonly string[], { results }: CheckResult): Text[] {
  const seen = new Set(
    results.filter((one) => isJudged(one) || one.reason === 'no_applicable_records').map(({ rule }) => rule.id),
  );
  const unseen = rules.filter((rule) => !seen.has(rule)).sort();
  if (unseen.length === 0) return [];
  return [
    {
      en: `it did not check ${listed(unseen, 'en')} (left out, off or skipped)`,
      fa: `${listed(unseen, 'fa')} را بررسی نکرد (کنار گذاشته، خاموش یا نادیده)`,
    },
  ];
}

function fewer(now: BaselineScope, scope: BaselineScope): Text[] {
  const reasons: Text[] = [];
  const roles = (files: readonly string[], role: string): number =>
    files.filter((file) => file.startsWith(`${role} `)).length;
  const missing = [...new Set(scope.files.map((file) => file.slice(0, file.indexOf(' '))))].filter(
    (role) => roles(now.files, role) < roles(scope.files, role),
  );
  if (missing.length > 0) {
    const gone = scope.files.filter(
      (file) => missing.some((role) => file.startsWith(`${role} `)) && !now.files.includes(file),
    );
    reasons.push({
      en: `it read fewer files; not among them: ${listed(gone.length > 0 ? gone : missing, 'en')}`,
      fa: `فایل‌های کمتری خواند؛ در میانشان نبود: ${listed(gone.length > 0 ? gone : missing, 'fa')}`,
    });
  }
  if (now.records < SMALLEST_SHARE * scope.records) {
    reasons.push({
      en: `it saw ${countText(now.records, 'en')} records, the baseline is of ${countText(scope.records, 'en')}`,
      fa: `${countText(now.records, 'fa')} رکورد دید؛ خط مبنا از ${countText(scope.records, 'fa')} رکورد است`,
    });
  }
  return reasons;
}

/**
 * What is not found because its record is not in these files at all. In a file of the same name most of what is known
 * must be gone with its records: a few were deleted.
 */
function otherData(
  { results }: CheckResult,
  now: BaselineScope,
  scope: BaselineScope | null,
  dataset: Dataset,
): Text[] {
  const ids = idsOf(dataset);
  let [met, gone, other] = [0, 0, 0];
  for (const { rule, met: still, fixed } of results) {
    met += still.length;
    const named = rule.scope === 'deal' || rule.scope === 'row';
    for (const { label, count } of fixed) {
      const tells = named && label !== null && !label.endsWith('…') && count < FEWEST_IN_GAP;
      if (tells && !ids.has(label)) gone++;
      else if (tells) met++;
      else other++;
    }
  }
  const sameNames = scope?.files.every((file) => now.files.includes(file));
  const suspicious = sameNames ? gone > met + other : gone > 0 || (met === 0 && other > 0);
  if (!suspicious) return [];
  const of = gone === 0 ? other : gone;
  return [
    {
      en: `nothing shows that it is of the same data: ${countText(of, 'en')} of the known ${gone === 0 ? 'faults are' : 'records are'} not in these files`,
      fa: `نشانی نیست که همان داده باشد: ${countText(of, 'fa')} ${gone === 0 ? 'مورد' : 'رکورد'} دانسته در این فایل‌ها نیست`,
    },
  ];
}

function idsOf({ deals }: Dataset): ReadonlySet<string> {
  const column = deals.column('id');
  const ids = new Set<string>();
  for (let row = 0; row < deals.size; row++) ids.add(cellText(column, row).trim());
  return ids;
}

/** `3 violations: deal.owner_missing 2 (D-7, D-9), deal.amount_zero 1`. */
function lostText({ results }: CheckResult): Text | null {
  const lost = results.filter(({ fixed }) => fixed.length > 0);
  if (lost.length === 0) return null;
  const text = (lang: keyof Text): string => {
    const rules = lost.map(({ rule, fixed }) => {
      const labels = fixed.flatMap(({ label }) => (label === null ? [] : [label])).sort();
      const n = countText(
        fixed.reduce((sum, { count }) => sum + count, 0),
        lang,
      );
      return `${rule.id} ${n}${labels.length === 0 ? '' : ` (${listed(labels, lang)})`}`;
    });
    return listed(rules, lang);
  };
  return { en: text('en'), fa: text('fa') };
}

function listed(names: readonly string[], lang: keyof Text): string {
  const separator = lang === 'fa' ? '، ' : ', ';
  const more = names.length - NAMED;
  const rest = more <= 0 ? '' : `${separator}${lang === 'fa' ? `و ${countText(more, 'fa')} دیگر` : `${more} more`}`;
  return `${names.slice(0, NAMED).join(separator)}${rest}`;
}
