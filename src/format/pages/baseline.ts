/** What a check's page says of its baseline: what is known, what is fixed, and how to begin with one. */
import type { DateStyle } from '../../locale/calendar.js';
import { dayText } from '../../locale/days.js';
import { countText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Check } from '../../report/schema.js';
import { type Block, cell, code, data, join, type Sentence, say, type Words } from '../page.js';
import { shellWord } from '../sanitize.js';
import { comma } from './figures.js';

/** Fixed records named per rule; the JSON has as many as `--max-rows` asks for. */
const SAMPLES = 5;

const WORDS = {
  known: { en: 'Known to the baseline, not counted', fa: 'دانسته در خط مبنا، بی‌اثر در نتیجه' },
  fixed: { en: 'Fixed since the baseline', fa: 'رفع‌شده پس از خط مبنا' },
  next: { en: 'If this cannot be repaired today', fa: 'اگر امروز نمی‌توان اصلاح کرد' },
  toAccept: {
    en: 'take these for known, and fail on new ones only',
    fa: 'این‌ها دانسته شوند و تنها موارد تازه مردود کنند',
  },
  toSoften: { en: 'change or switch off a rule', fa: 'تغییر یا خاموش کردن یک قاعده' },
  toLook: { en: 'look without failing', fa: 'دیدن بی‌آنکه مردود شود' },
} as const satisfies Record<string, Text>;

const KNOWN_RULE: Sentence<{ rule: Words; count: string; until: string | null }> = {
  en: ({ rule, count, until }) => say`${rule}: ${count} known${until === null ? '' : `, the first until ${until}`}`,
  fa: ({ rule, count, until }) => say`${rule}: ${count} دانسته${until === null ? '' : `، نخستین تا ${until}`}`,
};
const FIXED: Sentence<{ rule: Words; count: string; ids: Words }> = {
  en: ({ rule, count, ids }) => say`${rule}: ${count}${ids.length === 0 ? [] : say` (${ids})`}`,
  fa: ({ rule, count, ids }) => say`${rule}: ${count}${ids.length === 0 ? [] : say` (${ids})`}`,
};
const PRUNE: Sentence<Words> = {
  en: (command) => say`${command} takes them out of the baseline.`,
  fa: (command) => say`${command} آن‌ها را از خط مبنا برمی‌دارد.`,
};
const KNOWN: Sentence<{ known: string; fixed: string; baseline: Words }> = {
  en: ({ known, fixed, baseline }) => say`baseline ${baseline}: known ${known}, which do not count · fixed ${fixed}`,
  fa: ({ known, fixed, baseline }) => say`خط مبنای ${baseline}: دانسته ${known}، که به حساب نمی‌آیند · رفع‌شده ${fixed}`,
};

/** `baseline kpi-baseline.txt: known 12, which do not count · fixed 3`. */
export function knownWords({ known, fixed, baseline }: Check['summary'], lang: Lang): Words {
  return KNOWN[lang]({
    known: countText(known, lang),
    fixed: countText(fixed, lang),
    baseline: [data(baseline ?? '')],
  });
}

/** What the baseline knows and the check still finds: a line per rule. The JSON names the entries. */
export function* knownBlocks({ known, rules }: Check, style: DateStyle): Generator<Block, void, undefined> {
  const { lang } = style;
  const counted = rules.filter((rule) => rule.known > 0);
  if (counted.length === 0) return;
  yield { kind: 'heading', words: [WORDS.known[lang]] };
  yield {
    kind: 'list',
    items: counted.map(({ id, known: n }) => {
      const [until = null] = known.flatMap((entry) => (entry.rule === id ? (entry.until ?? []) : [])).sort();
      const day = until === null ? null : dayText(until, style);
      return cell(KNOWN_RULE[lang]({ rule: [code(id)], count: countText(n, lang), until: day }));
    }),
  };
}

/** What the baseline knows and the check no longer finds. */
export function* fixedBlocks({ fixed, rules, sources, summary }: Check, lang: Lang): Generator<Block, void, undefined> {
  const counted = rules.filter((rule) => rule.fixed > 0);
  if (counted.length === 0) return;
  yield { kind: 'heading', words: [WORDS.fixed[lang]] };
  yield {
    kind: 'list',
    items: counted.map((rule) => {
      const ids = fixed.flatMap(({ rule: id, recordId }) => (id === rule.id && recordId !== null ? [recordId] : []));
      const shown = ids.slice(0, SAMPLES).map((id) => [data(id)]);
      const more = ids.length > SAMPLES ? [['…']] : [];
      return cell(
        FIXED[lang]({
          rule: [code(rule.id)],
          count: countText(rule.fixed, lang),
          ids: join([...shown, ...more], comma(lang)),
        }),
      );
    }),
  };
  const files = sources.map(({ file }) => shellWord(file)).join(' ');
  const command = `kpi check ${files} --baseline ${shellWord(summary.baseline ?? '')} --prune-baseline`;
  yield { kind: 'aside', words: PRUNE[lang]([code(command)]) };
}

/** What a first run on a real export needs to know: it fails, and that is no reason to give the gate up. */
export function* wayForward({ summary, rules, sources }: Check, lang: Lang): Generator<Block, void, undefined> {
  const worst = rules.find(({ outcome }) => outcome === 'fail') ?? rules.find(({ outcome }) => outcome === 'warn');
  if (summary.outcome === 'pass' || summary.baseline !== null || worst === undefined) return;
  const command = `kpi check ${sources.map(({ file }) => shellWord(file)).join(' ')}`;
  yield { kind: 'heading', words: [WORDS.next[lang]] };
  yield {
    kind: 'facts',
    facts: [
      { name: WORDS.toAccept[lang], value: [code(`${command} --write-baseline kpi-baseline.txt`)] },
      { name: WORDS.toSoften[lang], value: say`${code('kpi.config.yaml')}: ${code(`rules: { ${worst.id}: warn }`)}` },
      { name: WORDS.toLook[lang], value: [code(`${command} --fail-on never`)] },
    ],
  };
}
