import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorDefinition } from '../../src/errors/catalogue.js';
import { LANGS } from '../../src/locale/text.js';

const definitions = Object.entries(ERRORS) as unknown as [string, ErrorDefinition<unknown>][];

/** Stands for every argument: a text, a list with one entry and an object at once, so that each sentence can be made; codes are some that there are. */
function anything(depth = 4): unknown {
  if (depth === 0) return 'value';
  const inner = (): unknown => anything(depth - 1);
  return new Proxy([inner()], {
    get(list, name) {
      if (name === Symbol.toPrimitive || name === 'toString') return () => 'value';
      if (name === 'fa') return 'مقدار';
      if (name === 'code') return 'part_damaged';
      if (name === 'looksLike') return 'jpeg';
      return name in list || typeof name === 'symbol' ? Reflect.get(list, name) : inner();
    },
  });
}

describe('the errors', () => {
  it.each(definitions)('%s has a code in snake_case and an exit code of the contract', (code, { exit }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
    expect([2, 3, 4]).toContain(exit);
  });

  it.each(definitions)('%s says in every language what was wrong and what to do', (_, { message, hint }) => {
    for (const lang of LANGS) {
      for (const sentence of [message[lang](anything()), hint[lang](anything())]) {
        expect(sentence).not.toMatch(/undefined|null|\[object|NaN/);
        expect(sentence.trim()).toBe(sentence);
        expect(sentence).not.toBe('');
        expect(sentence).not.toContain('!');
      }
    }
  });

  it.each(definitions)('%s is said in Persian letters in Persian', (_, { message, hint }) => {
    expect(`${message.fa(anything())} ${hint.fa(anything())}`).toMatch(/[\u0600-\u06ff]/);
    expect(`${message.en(anything())} ${hint.en(anything())}`).not.toMatch(/[\u0600-\u06ff]/);
  });
});
