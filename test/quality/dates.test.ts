import { expect, it } from 'vitest';
import { DEAL_FIELDS } from '../../src/model/fields.js';
import { DATE_FIELDS } from '../../src/quality/dates.js';

it('DATE_FIELDS are all the fields that hold a day', () => {
  const days = Object.entries(DEAL_FIELDS).flatMap(([field, { kind }]) => (kind === 'day' ? [field] : []));
  expect([...DATE_FIELDS].sort()).toEqual(days.sort());
});
