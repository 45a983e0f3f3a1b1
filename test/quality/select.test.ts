import { describe, expect, it } from 'vitest';
import { rules } from '../../src/quality/catalogue/index.js';
import { selectRules } from '../../src/quality/select.js';

const chosen = (...patterns: string[]): string[] => selectRules(patterns).rules.map(({ id }) => id);
const all = rules.map(({ id }) => id as string);

describe('selectRules', () => {
  it('takes all rules without a pattern', () => {
    expect(chosen()).toEqual(all);
  });

  it('takes a rule by its id, and several in catalogue order', () => {
    expect(chosen('deal.owner_missing', 'deal.id_duplicate')).toEqual(['deal.id_duplicate', 'deal.owner_missing']);
  });

  it('takes what a star stands for, anywhere', () => {
    expect(chosen('deal.*')).toEqual(all.filter((id) => id.startsWith('deal.')));
    expect(chosen('*.unparseable')).toEqual(['amount.unparseable', 'date.unparseable']);
    expect(chosen('deal.open_*_close*')).toEqual(['deal.open_past_close', 'deal.open_without_close_date']);
    expect(chosen('d*e.*_*at')).toEqual(['date.ambiguous_format']);
  });

  it('does not let the pieces of a pattern overlap', () => {
    expect(selectRules(['deal.owner_missing*missing']).unmatched).toEqual(['deal.owner_missing*missing']);
  });

  it('takes away with a leading minus, from all rules if the list begins with one', () => {
    expect(chosen('-deal.owner_missing')).toEqual(all.filter((id) => id !== 'deal.owner_missing'));
    expect(chosen('deal.*', '-deal.o*')).toEqual(
      all.filter((id) => id.startsWith('deal.') && !id.startsWith('deal.o')),
    );
  });

  it('works in the order given', () => {
    expect(chosen('-deal.*', 'deal.id_duplicate')).toEqual(
      all.filter((id) => !id.startsWith('deal.') || id === 'deal.id_duplicate'),
    );
  });

  it('hands back patterns that fit nothing, as they were written', () => {
    const { rules: found, unmatched } = selectRules(['deal.id_duplicate', 'deal.won_without_amuont', '-lead.*']);
    expect(found.map(({ id }) => id)).toEqual(['deal.id_duplicate']);
    expect(unmatched).toEqual(['deal.won_without_amuont', '-lead.*']);
  });
});
