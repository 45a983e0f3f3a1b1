import { describe, expect, it } from 'vitest';
import { genericAliases } from '../../src/crm/aliases.js';
import { headerKey } from '../../src/crm/header.js';
import { HEADER_LANGUAGES, HEADER_WORDS } from '../../src/crm/header-words.js';
import { recognize } from '../../src/crm/recognize.js';

/** The fields whose words every language must have. */
const COMMON = [
  'id',
  'name',
  'account',
  'owner',
  'stage',
  'status',
  'amount',
  'currency',
  'probability',
  'created_at',
  'closed_at',
  'close_date',
  'expected_close',
  'source',
  'lost_reason',
] as const;

function fieldsOf(headers: readonly string[]): (string | undefined)[] {
  const fields = Object.entries(genericAliases('deals'));
  return headers.map(
    (header) => fields.find(([, names]) => names.some((name) => headerKey(name) === headerKey(header)))?.[0],
  );
}

describe('the names of columns in other languages', () => {
  it.each(HEADER_LANGUAGES)('%s has words for every common field', (language) => {
    for (const field of COMMON) expect(HEADER_WORDS[language][field]?.length ?? 0, field).toBeGreaterThan(0);
  });

  // Headers as a colleague would write them into a sheet: no aliases copied from the list.
  it.each([
    ['German', ['Firma', 'Zuständig', 'Phase', 'Betrag', 'Währung', 'Erstellt am', 'Abschlussdatum', 'Verlustgrund']],
    [
      'French',
      ['Société', 'Commercial', 'Étape', 'Montant', 'Devise', 'Date de création', 'Date de clôture', 'Raison de perte'],
    ],
    [
      'Spanish',
      [
        'Cliente',
        'Vendedor',
        'Etapa',
        'Importe',
        'Moneda',
        'Fecha de creación',
        'Fecha de cierre',
        'Motivo de pérdida',
      ],
    ],
    [
      'Portuguese',
      ['Empresa', 'Vendedor', 'Etapa', 'Valor', 'Moeda', 'Criado em', 'Data de fechamento', 'Motivo da perda'],
    ],
    [
      'Turkish',
      [
        'MÜŞTERİ',
        'Satış Temsilcisi',
        'Aşama',
        'Tutar',
        'Para Birimi',
        'Oluşturma Tarihi',
        'KAPANIŞ TARİHİ',
        'Kayıp Nedeni',
      ],
    ],
    [
      'Russian',
      ['Компания', 'Ответственный', 'Стадия', 'Сумма', 'Валюта', 'Дата создания', 'Дата закрытия', 'Причина отказа'],
    ],
    ['Arabic', ['الشركة', 'المسؤول', 'المرحلة', 'المبلغ', 'العملة', 'تاريخ الإنشاء', 'تاريخ الإغلاق', 'سبب الخسارة']],
    ['Persian', ['مشتری', 'مسئول', 'مرحله', 'مبلغ', 'ارز', 'تاریخ ایجاد', 'تاریخ بستن', 'دلیل باخت']],
  ])('understands a sheet in %s', (_, headers) => {
    expect(fieldsOf(headers)).toEqual([
      'account',
      'owner',
      'stage',
      'amount',
      'currency',
      'created_at',
      'close_date',
      'lost_reason',
    ]);
    expect(recognize(headers)).toMatchObject({ preset: { id: 'generic' }, role: 'deals' });
  });
});
