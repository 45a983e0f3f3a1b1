import { describe, expect, it } from 'vitest';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';

describe('describeError', () => {
  it('says what was wrong, what to do next and the exit code', () => {
    const error = new UserError('unknown_kpi', { id: 'win_rat', suggestion: 'win_rate' });
    expect(describeError(error, 'en')).toEqual({
      exit: 2,
      message: 'there is no KPI "win_rat".',
      hint: 'Did you mean win_rate? `kpi list kpis` shows them all.',
    });
    expect(describeError(error, 'fa').message).toBe('شاخصی به نام «win_rat» نیست.');
  });

  it('names the place, as far as it is known, and the file once only', () => {
    const args = { id: 'x', suggestion: null };
    const placed = new UserError('unknown_kpi', args, { file: 'a.xlsx', sheet: 'Deals', row: 17, column: 'Amount' });
    expect(describeError(placed, 'en').message).toBe(
      'a.xlsx, sheet "Deals", row 17, column "Amount": there is no KPI "x".',
    );
    const missing = new UserError('file_not_found', { file: 'a.csv', suggestion: null }, { file: 'a.csv' });
    expect(describeError(missing, 'en').message).toMatch(/^a\.csv: (?!a\.csv)/);
  });

  it('lets no escape sequence, line break or direction mark of an argument through', () => {
    const error = new UserError('config_invalid', {
      problems: [{ place: 'c\u001b]0;x\u0007.yaml:1:1', text: { en: 'unknown key "\n::error::x\u202e".', fa: '' } }],
    });
    expect(describeError(error, 'en').message).toBe('c\\x1b]0;x\\x07.yaml:1:1: unknown key "\\n::error::x\\u{202e}".');
  });
});
