import { describe, expect, it } from 'vitest';
import { AMBIGUOUS_OUTCOMES, VOCABULARY } from '../../src/crm/vocabulary.js';
import { foldText } from '../../src/locale/fold.js';
import { OUTCOMES } from '../../src/model/outcome.js';

describe('the vocabulary of stages', () => {
  it('gives no word two meanings', () => {
    const meaning = new Map<string, string>(AMBIGUOUS_OUTCOMES.map((word) => [foldText(word), 'ambiguous']));
    const clashes = OUTCOMES.flatMap((outcome) =>
      VOCABULARY[outcome].flatMap((word) => {
        const before = meaning.get(foldText(word));
        meaning.set(foldText(word), outcome);
        return before === undefined || before === outcome ? [] : [`"${word}" is ${before} and ${outcome}`];
      }),
    );
    expect(clashes).toEqual([]);
  });

  // HubSpot's and Salesforce's own translations of Closed Won and Closed Lost, and what smaller CRMs say.
  it.each([
    ['Abgeschlossen und gewonnen', 'won'],
    ['Geschlossen verloren', 'lost'],
    ['Verhandlung', 'open'],
    ['Conclu gagné', 'won'],
    ['Fermé perdu', 'lost'],
    ['Devis envoyé', 'open'],
    ['Cierre ganado', 'won'],
    ['Cierre perdido', 'lost'],
    ['Propuesta enviada', 'open'],
    ['Negócio ganho', 'won'],
    ['Perdida', 'lost'],
    ['Em andamento', 'open'],
    ['Kazanıldı', 'won'],
    ['KAYBEDİLDİ', 'lost'],
    ['Teklif gönderildi', 'open'],
    ['Успешно реализовано', 'won'],
    ['Закрыто и не реализовано', 'lost'],
    ['Переговоры', 'open'],
    ['تم الفوز', 'won'],
    ['مغلقة خاسرة', 'lost'],
    ['تفاوض', 'open'],
    ['برنده شده', 'won'],
    ['از دست‌رفته', 'lost'],
    ['در حال پیگیری', 'open'],
  ])('takes "%s" for %s', (word, outcome) => {
    const found = OUTCOMES.filter((one) => VOCABULARY[one].some((known) => foldText(known) === foldText(word)));
    expect(found).toEqual([outcome]);
  });

  it.each(['Fermé', 'Abgeschlossen', 'Cerrado', 'Concluído', 'Kapandı', 'Завершена', 'مغلق', 'بسته شد'])(
    'takes "%s" for closed, one way or the other',
    (word) => {
      expect(AMBIGUOUS_OUTCOMES.map(foldText)).toContain(foldText(word));
    },
  );
});
