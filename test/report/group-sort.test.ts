import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { parseSort } from '../../src/report/group-sort.js';

describe('the order of groups, as a person writes it', () => {
  it.each([
    ['revenue_won', 'revenue_won', 'desc'],
    ['change', 'change', 'desc'],
    ['records', 'records', 'desc'],
    ['name', 'name', 'asc'],
    ['name:desc', 'name', 'desc'],
    [' Win_Rate : ASC ', 'win_rate', 'asc'],
  ])('%s', (text, by, direction) => {
    expect(parseSort(text)).toEqual({ by, direction });
  });

  it.each(['revenue', '', 'name:up', 'name:asc:asc', ':desc'])('"%s" is none', (text) => {
    expect(() => parseSort(text)).toThrow(UserError);
  });

  it('names what was probably meant', () => {
    const suggestionFor = (text: string): unknown => {
      try {
        return parseSort(text);
      } catch (error) {
        return error instanceof UserError ? error.args : error;
      }
    };
    expect(suggestionFor('revenu_won')).toMatchObject({ suggestion: expect.arrayContaining(['revenue_won']) });
    expect(suggestionFor('recrods')).toMatchObject({ suggestion: 'records' });
  });
});
