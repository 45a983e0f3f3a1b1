import { describe, expect, it } from 'vitest';
import { DETAILS as CONFIG_DETAILS, OUTCOMES as CONFIG_OUTCOMES } from '../../src/config/known-words.js';
import { RULE_SEVERITIES as CONFIG_SEVERITIES } from '../../src/config/limit-schema.js';
import { DETAILS } from '../../src/format/definition.js';
import { OUTCOMES } from '../../src/model/outcome.js';
import { SEVERITIES } from '../../src/quality/definition.js';

describe('the config schema', () => {
  it('knows the outcomes and severities of the program, which it may not import', () => {
    expect([...CONFIG_OUTCOMES].sort()).toEqual([...OUTCOMES].sort());
    expect([...CONFIG_DETAILS]).toEqual([...DETAILS]);
    expect([...CONFIG_SEVERITIES].sort()).toEqual([...SEVERITIES].sort());
  });
});
