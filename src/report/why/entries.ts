import { effectsOf, type MixRatePart, type SumPart, type WhyPart } from '../../analysis/why/parts.js';
import { kpis } from '../../kpi/catalogue/index.js';
import type { NoVerdict } from '../../locale/no-verdict.js';
import { type AnySaid, said } from '../../locale/said.js';
import { type Speech, styleOf } from '../../locale/say.js';
import type { Text } from '../../locale/text.js';
import { WHY_FACTORS, WHY_FIGURES, WHY_STEPS, type WhyChanged, type WhyFigure } from '../../locale/why-figures.js';
import { messageEntry } from '../documents.js';
import type { WhyChange, WhyPartEntry } from '../sections/parts/why-schema.js';

/** A change as documents print it, before it is in words. */
export interface Told
  extends Pick<WhyChange, 'between' | 'days' | 'alike' | 'currency' | 'before' | 'after' | 'significant'> {
  readonly figure: WhyFigure;
  readonly reason: NoVerdict | null;
  readonly parts: readonly WhyPart[];
  /** With what it is compared, where the document as a whole compares something else. */
  readonly beside: Pick<WhyChanged, 'beside' | 'days' | 'due'>;
}

const STALLED_SHARE: Text = { en: 'Share of open deals that is stalled', fa: 'سهم متوقف‌مانده‌ها از معامله‌های باز' };

/** A change with its sentence and its verdict. */
export function changeEntry(told: Told, speech: Speech): WhyChange {
  const { figure, parts, beside: _, reason, significant, ...rest } = told;
  const { lang } = styleOf(speech);
  const verdict = verdictOf(told);
  const kpi = kpis.find(({ id }) => id === (figure === 'stalled_share' ? 'stalled_deals' : figure));
  return {
    figure,
    title: figure === 'stalled_share' ? STALLED_SHARE[lang] : (kpi?.title[lang] ?? figure),
    unit: WHY_FIGURES[figure],
    better: kpi === undefined || kpi.better === 'neither' ? null : kpi.better,
    ...rest,
    change: rest.after - rest.before,
    significant,
    reason,
    sentence: messageEntry(sentenceOf(told), speech),
    verdict: verdict === null ? null : messageEntry(verdict, speech),
    parts: parts.filter(moves).map((part) => partEntry(part, speech)),
  };
}

/** Whether anything adds to the change, though it may come to nothing in all. */
function moves(part: WhyPart): boolean {
  if (part.kind !== 'mix_rate') return effectsOf(part).some((effect) => effect !== 0);
  return part.groups.some(({ mix, rate }) => mix !== 0 || rate !== 0);
}

function partEntry(part: WhyPart, speech: Speech): WhyPartEntry {
  const { lang } = styleOf(speech);
  switch (part.kind) {
    case 'factors':
      return {
        kind: 'factors',
        factors: part.factors.map(({ factor, before, after, effect }) => {
          const { title, unit } = WHY_FACTORS[factor];
          return { factor, title: title[lang], unit, before, after, effect };
        }),
      };
    case 'bridge':
      return {
        kind: 'bridge',
        steps: part.steps.map(({ step, effect }) => ({ step, title: WHY_STEPS[step][lang], effect })),
      };
    case 'mix_rate':
      return {
        ...part,
        groups: part.groups.map((one) => ({ ...one, before: { ...one.before }, after: { ...one.after } })),
      };
    case 'sum':
      return { ...part, groups: part.groups.map((one) => ({ ...one })) };
  }
}

/** Null where two exports are compared, for of what stands in them there is no chance, and where nothing changed. */
function verdictOf({ between, before, after, significant, reason }: Told): AnySaid | null {
  if (between === 'snapshots' || before === after) return null;
  if (significant === null) return reason === null ? null : said('why_untested', { reason });
  return significant ? said('why_beyond_chance') : said('why_within_chance');
}

/** Of groups that a sentence names. */
const MOST_NAMED = 3;

/** What changed, and what makes most of it: by factors, else by movements, by mix and rate, or by groups. */
function sentenceOf({ figure, before, after, currency, parts, beside }: Told): AnySaid {
  const changed: WhyChanged = { figure, before, after, currency, ...beside };
  const first = parts.find(moves);
  switch (first?.kind) {
    case 'factors': {
      const factors = moving(first.factors).map(({ factor, effect, ...sides }) => ({
        factor,
        up: (sides.after ?? 0) > (sides.before ?? 0),
        effect,
      }));
      return factors.length === 0 ? said('why_unmoved', changed) : said('why_factors', { ...changed, factors });
    }
    case 'bridge': {
      const steps = moving(first.steps).map((step) => ({ ...step }));
      return steps.length === 0 ? said('why_unmoved', changed) : said('why_steps', { ...changed, steps });
    }
    case 'mix_rate':
      return said('why_mix_rate', { ...changed, by: first.by, mix: first.mix, rate: first.rate, most: mostOf(first) });
    case 'sum': {
      const groups = moving(named(first))
        .slice(0, MOST_NAMED)
        .map(({ key, effect }) => ({ value: key ?? '', effect }));
      return groups.length === 0
        ? said('why_unmoved', changed)
        : said('why_groups', { ...changed, by: first.by, groups });
    }
    default:
      return said(before === after ? 'why_unmoved' : 'why_alone', changed);
  }
}

/** Those that add something, the largest effect first. */
function moving<E extends { readonly effect: number }>(effects: readonly E[]): E[] {
  return effects.filter(({ effect }) => effect !== 0).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

function named({ groups }: SumPart): SumPart['groups'] {
  return groups.filter(({ key }) => key !== null);
}

/** The group that makes most of the change, in its direction. */
function mostOf({ groups, mix, rate }: MixRatePart): { value: string; effect: number } | null {
  const sign = Math.sign(mix + rate);
  const [most] = groups
    .flatMap((one) => (one.key === null ? [] : [{ value: one.key, effect: one.mix + one.rate }]))
    .sort((a, b) => sign * (b.effect - a.effect));
  return most === undefined || most.effect * sign <= 0 ? null : most;
}
