import { describe, expect, it } from 'vitest';
import { areYesNo } from '../../src/crm/yes-no.js';

describe('yes and no', () => {
  it.each([
    'Yes,No',
    'yes',
    'Sim,Não',
    'SIM,NAO',
    'Sí,No',
    'Ja,Nein',
    'ja,nee',
    'Oui,Non',
    'Vero,Falso',
    'Tak,Nie',
    'Да,Нет',
    'Evet,Hayır',
    'بله,خیر',
    'نعم,لا',
    '是,否',
    'はい,いいえ',
    'TRUE,FALSE',
    'Y,N',
    'S,N',
  ])('%s', (values) => {
    expect(areYesNo(values.split(','), false)).toBe(true);
  });

  it.each(['N', 'Ardent,Borea', 'Yes,Ardent', '1,0', 'Won,Lost', 'A,B', 'Norge', ''])('is not: %s', (values) => {
    expect(areYesNo(values === '' ? [] : values.split(','), false)).toBe(false);
  });

  it('takes 1 and 0 together, where they are no ids', () => {
    expect(areYesNo(['1', '0'], true)).toBe(true);
    expect(areYesNo(['1'], true)).toBe(false);
    expect(areYesNo(['1', '2'], true)).toBe(false);
  });
});
