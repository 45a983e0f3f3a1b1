import { describe, expect, it } from 'vitest';
import { generic } from '../../src/crm/catalogue/generic.js';
import type { hubspot } from '../../src/crm/catalogue/hubspot.js';
import { presets } from '../../src/crm/catalogue/index.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import { categoryColumn } from '../../src/model/column.js';
import { OUTCOMES } from '../../src/model/outcome.js';
import { meanings } from '../../src/normalize/outcome.js';
import { type ResolvedOutcomes, resolveOutcomes } from '../../src/normalize/resolve-outcomes.js';

const outcomesOf = (values: readonly string[], said = {}) =>
  meanings(values, generic, said).map(({ outcome }) => outcome);

describe('meanings of stage and status values', () => {
  it('asks about a stage beside its own denial', () => {
    expect(outcomesOf(['عقد قرارداد', 'عدم عقد قرارداد', 'مذاکره'])).toEqual([null, 'lost', 'open']);
    expect(outcomesOf(['عقد قرارداد', 'برنده', 'عدم خرید'])).toEqual(['open', 'won', 'lost']);
  });

  it('knows the closing words of many languages and spellings', () => {
    const won = [
      'Won',
      'Closed Won',
      'closedwon',
      'CLOSED_WON',
      'Closed-Won',
      '6. Closed Won',
      'Won (100%)',
      'Closed Won - Renewal',
      'Won: upsell',
      'Gewonnen',
      'Ganha',
      'gagné',
      'موفق',
      'برد',
      'Выиграно',
      'kazanıldı',
    ];
    const lost = [
      'Lost',
      'Closed Lost',
      'closedlost',
      'Closed Lost (price)',
      'Lost - competitor',
      'Closed Lost to Competition',
      'Verloren',
      'Perdida',
      'perdu',
      'ناموفق',
      'از دست رفته',
      'Cancelled',
      'abandoned',
      '0% - Lost',
    ];
    expect(outcomesOf(won)).toEqual(won.map(() => 'won'));
    expect(outcomesOf(lost)).toEqual(lost.map(() => 'lost'));
  });

  it('does not see a closing word where there is none', () => {
    const open = [
      'Two Next Steps',
      'Follow On Call',
      'Unwon',
      'Wonder Demo',
      'Won back attempt',
      'Lost and found review',
    ];
    expect(outcomesOf([...open, 'Won']).slice(0, -1)).toEqual(open.map(() => 'open'));
  });

  it('knows what was lost to whom or why', () => {
    const lost = [
      'Lost to Acme',
      'Closed - lost due to price',
      'Verloren an Wettbewerber',
      'Perdu face à la concurrence',
      'Perdido por precio',
      'از دست رفته به رقیب',
    ];
    expect(outcomesOf([...lost, 'Won']).slice(0, -1)).toEqual(lost.map(() => 'lost'));
  });

  it('asks about names with a word that ends a deal, in any language, and takes none for open', () => {
    const ended = [
      ...[
        'Contract signed',
        'Signed',
        'Vertrag unterschrieben',
        'Contrat signé',
        'Contrato assinado',
        'Contrato firmado',
      ],
      ...['Sözleşme imzalandı', 'Договор подписан', 'قرارداد امضا شده', 'تم توقيع العقد'],
      ...['Отказ клиента', 'Perdu de vue', 'Müşteri reddedildi', 'İptal: bütçe', 'Angebot abgelehnt', 'Kein Interesse'],
      ...[
        'Cancelled by client',
        'Rejected: budget',
        'Not interested',
        'انصراف به دلیل قیمت',
        'لغو قرارداد',
        'تم رفض العرض',
      ],
    ];
    const open = [
      ...['NDA signed', 'Waiting for signature', 'در انتظار امضا', 'NDA unterschrieben', 'Pilot', 'Verbal yes'],
      ...['Gewinnchance prüfen', 'Vendor check', 'Recall', 'Oferta', 'Vendor onboarding', 'Ganhos e perdas'],
    ];
    expect(outcomesOf([...ended, 'Won']).slice(0, -1)).toEqual(ended.map(() => null));
    expect(outcomesOf([...open, 'Won']).slice(0, -1)).toEqual(open.map(() => 'open'));
  });

  it('never guesses from "closed" alone', () => {
    const values = ['Closed', 'Done', 'بسته شد', 'بسته شده است', 'Complete', 'Closed by admin', 'Won'];
    expect(outcomesOf(values)).toEqual([null, null, null, null, null, null, 'won']);
  });

  it('never takes a name that begins with "closed" for an open stage, in any language', () => {
    const values = [
      'Закрыта (архив)',
      'Geschlossen - sonstiges',
      'Cerrada por admin',
      'Fechado (outro)',
      'Kapatıldı',
      'Won',
    ];
    expect(outcomesOf(values)).toEqual([null, null, null, null, null, 'won']);
  });

  it('takes a name without a closing word for open only where other names are understood', () => {
    expect(outcomesOf(['Budget approved', 'Closed Won'])).toEqual(['open', 'won']);
    expect(outcomesOf(['Budget approved', 'Phase delta'])).toEqual([null, null]);
    expect(outcomesOf(['39812771', 'Closed Won'])).toEqual([null, 'won']);
  });

  it('believes the user, and `*` speaks for every name that the user did not say', () => {
    const values = ['Closed', 'Phase delta', 'Lost'];
    expect(outcomesOf(values, { closed: 'won', '*': 'open' })).toEqual(['won', 'open', 'open']);
    expect(outcomesOf(values, { closed: 'won' })).toEqual(['won', 'open', 'lost']);
  });

  it('keeps each preset free of contradictions with the general words', () => {
    for (const preset of presets) {
      for (const outcome of OUTCOMES) {
        const names = (preset as typeof hubspot).outcomes?.[outcome as 'won'] ?? [];
        expect(meanings(names, preset, {}).map((meaning) => meaning.outcome)).toEqual(names.map(() => outcome));
      }
    }
  });
});

describe('resolveOutcomes', () => {
  const stage = categoryColumn(['Closed Won', 'Closed Lost', 'Demo', 'Phase x', '', 'Closed Won']);
  const stageMeanings = meanings(stage.values, generic, {});
  const names = ({ outcome }: ResolvedOutcomes): string[] => Array.from(outcome, (code) => OUTCOMES[code] ?? '?');

  it('reads the stage where nothing else speaks, and leaves a deal without any sign out', () => {
    expect(names(resolveOutcomes(6, { stage }, [], stageMeanings, null))).toEqual([
      'won',
      'lost',
      'open',
      'open',
      'excluded',
      'won',
    ]);
  });

  it('lets a status decide before the stage, which then is the last open one', () => {
    const status = categoryColumn(['Lost', 'Won', 'Open', 'Won', 'Open', '']);
    const statusMeanings = meanings(status.values, generic, {});
    expect(names(resolveOutcomes(6, { status, stage }, statusMeanings, stageMeanings, null))).toEqual([
      'lost',
      'won',
      'open',
      'won',
      'open',
      'won',
    ]);
  });

  it('lets flags decide before all', () => {
    const isWon = Int8Array.from([0, 1, 0, 0, -1, -1]);
    const isClosed = Int8Array.from([1, 1, 0, 1, 0, -1]);
    expect(names(resolveOutcomes(6, { isWon, isClosed, stage }, [], stageMeanings, null))).toEqual([
      'lost',
      'won',
      'open',
      'lost',
      'open',
      'won',
    ]);
  });

  it('takes a deal that is not won for lost where it has a day of closing, and one without a word for open where not', () => {
    const isWon = Int8Array.from([0, 0, -1, -1, 1, 1]);
    const closedAt = Int32Array.from([19_000, NO_DAY, NO_DAY, 19_000, 19_000, NO_DAY]);
    expect(names(resolveOutcomes(6, { isWon, closedAt }, [], [], null))).toEqual([
      'lost',
      'open',
      'open',
      'excluded',
      'won',
      'won',
    ]);
    expect(names(resolveOutcomes(6, { isWon }, [], [], null)).slice(0, 3)).toEqual([
      'excluded',
      'excluded',
      'excluded',
    ]);
  });

  it('takes a probability of 100 or 0 per cent as the last sign', () => {
    const probability = Float64Array.from([Number.NaN, Number.NaN, Number.NaN, 1, 0, 0.5]);
    const unknown = categoryColumn(['a', 'b', 'c', 'd', 'e', 'f']);
    const nothing = meanings(unknown.values, generic, {});
    expect(names(resolveOutcomes(6, { stage: unknown, probability }, [], nothing, null))).toEqual([
      'excluded',
      'excluded',
      'excluded',
      'won',
      'lost',
      'excluded',
    ]);
  });
});

describe('names that mean something beside one another', () => {
  it.each([
    ['Awarded', 'Not Awarded', 'Submitted'],
    ['Awarded', 'Unsuccessful', 'Shortlisted'],
    ['Order Received', 'Order Lost', 'RFP'],
    ['PO received', 'Lost', 'Quoted'],
    ['Funded', 'Declined', 'Underwriting'],
    ['W', 'L', ''],
    ['w', 'l', 'Pending'],
  ])('%s is won beside %s', (won, lost, other) => {
    expect(outcomesOf([won, lost, other])).toEqual(['won', 'lost', other === '' ? null : 'open']);
  });

  it.each([
    [['Awarded', 'Submitted', 'Cancelled order 7']],
    [['Order Received', 'Closed', 'Quoted']],
    [['W', 'E', 'N']],
    [['L', 'M', 'S']],
  ])('are asked about alone: %s', (values) => {
    expect(outcomesOf(values)).not.toContain('won');
    expect(meanings(values, generic, {})[0]?.outcome ?? null).toBeNull();
  });

  it('stay in question where another name says "won": the order may be a step after it', () => {
    expect(outcomesOf(['Order received', 'Won', 'Lost'])).toEqual([null, 'won', 'lost']);
  });

  it('yield to the user', () => {
    expect(outcomesOf(['Awarded', 'Lost'], { Awarded: 'open' })).toEqual(['open', 'lost']);
  });
});
