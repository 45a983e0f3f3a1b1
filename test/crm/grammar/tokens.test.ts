import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerTokens } from '../../../src/crm/grammar/tokens.js';

describe('the words of a header', () => {
  it.each([
    ['dealStage', ['deal', 'stage']],
    ['CRMStage', ['crm', 'stage']],
    ['Deal IDs', ['deal', 'ids']],
    ['Amount__c', ['amount']],
    ['account__R', ['account']],
    ['custom__code', ['custom', 'code']],
    ['Q4Sales2024', ['q', '4', 'sales', '2024']],
    ['Amount ($)', ['amount', '$']],
    ['Win%', ['win', '%']],
    ['#', ['#']],
    ['a_b-c.d/e', ['a', 'b', 'c', 'd', 'e']],
    ['', []],
  ])('%j are %j', (header, words) => {
    expect(headerTokens(header)).toEqual(words);
  });

  it('are the same alone and beside a word of another script', () => {
    const piece = fc.constantFrom(
      ...[
        'deal',
        'Deal',
        'CRM',
        'ID',
        's',
        'A',
        '1',
        '2024',
        ' ',
        '_',
        '__',
        '__c',
        '__pc',
        '-',
        '/',
        '(',
        ')',
        '$',
        '%',
      ],
      ...['#', '\t', '"', "'", '.', '~', 'xY', 'Zz'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        (header) => {
          expect(headerTokens(`${header} ب`)).toEqual([...headerTokens(header), 'ب']);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
