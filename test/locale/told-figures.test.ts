import { describe, expect, it } from 'vitest';
import { toldFigures } from '../../src/locale/told-figures.js';

const FA = { lang: 'fa', calendar: 'jalali' } as const;

describe('the days and numbers of a sentence that was made without a calendar', () => {
  it.each([
    // 31 March 2025 = 11 Farvardin 1404
    ['با تاریخ احتمالی بستن 2025-03-31 (4 روز پیش)', 'با تاریخ احتمالی بستن ۱۴۰۴/۰۱/۱۱ (۴ روز پیش)'],
    ['12345 معامله، 2.5 برابر', '۱۲٬۳۴۵ معامله، ۲٫۵ برابر'],
    ['«2025-03-31 و 7» تاریخ نیست', '«2025-03-31 و 7» تاریخ نیست'],
    ['با ردیف 18 در q3-2025.csv:18 یکی است', 'با ردیف 18 در q3-2025.csv:18 یکی است'],
    ['معامله‌ی 1042 در 3 ردیف آمده است', 'معامله‌ی 1042 در ۳ ردیف آمده است'],
  ])('%s', (sentence, told) => {
    expect(toldFigures(sentence, FA)).toBe(told);
  });

  it('leaves English as it is', () => {
    const sentence = 'closed on 2025-03-31, 4 days ago';
    expect(toldFigures(sentence, { lang: 'en', calendar: 'jalali' })).toBe(sentence);
  });
});
