import { describe, expect, it } from 'vitest';
import { generic } from '../../src/crm/catalogue/generic.js';
import { hubspot } from '../../src/crm/catalogue/hubspot.js';
import { salesforce } from '../../src/crm/catalogue/salesforce.js';
import { presetWords, scoreHeader } from '../../src/crm/score-header.js';
import { candidates } from '../../src/normalize/mapping.js';
import { randomIntegers } from '../../src/stats/random.js';
import { cpuTime } from '../support/cpu-time.js';

const score = (header: string, preset: Parameters<typeof scoreHeader>[2] = generic, bare = header) =>
  scoreHeader(header, bare, preset, 'deals', presetWords(preset));

describe('scoreHeader', () => {
  it('puts known names before what words mean', () => {
    expect(score('Amount')).toMatchObject([{ field: 'amount', score: 0.95 }]);
    expect(score('Deal Worth')[0]).toMatchObject({ field: 'amount', reason: { code: 'meaning_of_words' } });
  });

  it('leaves alone what a preset says is no field, whatever its words mean', () => {
    expect(score('Expected Revenue')).toMatchObject([{ field: 'amount' }]);
    expect(score('Expected Revenue', salesforce)).toEqual([]);
    expect(score('property_forecast_amount', hubspot, 'forecast_amount')).toEqual([]);
  });

  it('takes a unit of money for money', () => {
    expect(score('MOBILE (€)')).toEqual([]);
    expect(score('Phone USD')).toEqual([]);
    expect(score('Mobile')).toMatchObject([{ field: 'contact_phone' }]);
    expect(score('Deal (k€)')).toMatchObject([{ field: 'amount' }]);
  });

  it('sees no misspelling in a name whose words it understands', () => {
    expect(score('Amout')).toMatchObject([{ field: 'amount', score: 0.75 }]);
    expect(score('Account Created Date')).toEqual([]);
  });

  it('reads what is behind a shared prefix', () => {
    expect(score('zz9_dealstage', hubspot, 'dealstage')).toMatchObject([{ field: 'stage', score: 1 }]);
  });
});

describe('candidates of a strange table', () => {
  it('are found in linear time: 20,000 columns, and headers of 10,000 letters', { timeout: 60_000 }, () => {
    const random = randomIntegers(7);
    const words = 'deal amount close date kunde wert foo stage clsoe amuont x1 商机 مبلغ'.split(' ');
    const header = (): string =>
      Array.from({ length: 1 + (random() % 5) }, () => words[random() % words.length]).join(' ');
    const wide = Array.from({ length: 20_000 }, (_, index) => `${header()} ${index}`);
    const long = ['a'.repeat(10_000), ' *'.repeat(5000), 'close '.repeat(2000), '_'.repeat(10_000), '*'.repeat(9999)];
    const started = cpuTime();
    expect(() => candidates([...wide, ...long.map((one) => `${one}x`)], 'deals', generic, new Map())).not.toThrow();
    // Compared name by name it took half a minute; the bound leaves room for a busy machine.
    expect(cpuTime() - started).toBeLessThan(12_000);
  });
});
