import { expect, it } from 'vitest';
import { subscriptionState } from '../../src/crm/subscription-status.js';

it.each([
  ['Active', 'running'],
  ['past_due', 'running'],
  ['Non-renewing', 'running'],
  ['aktiv', 'running'],
  ['فعال', 'running'],
  ['Churned', 'ended'],
  ['CANCELED', 'ended'],
  ['Cancelled', 'ended'],
  ['gekündigt', 'ended'],
  ['résilié', 'ended'],
  ['لغو شده', 'ended'],
  ['trialing', 'unpaid'],
  ['In Trial', 'unpaid'],
  ['paused', 'unpaid'],
  ['incomplete_expired', 'pending'],
  ['scheduled', 'pending'],
] as const)('%s is %s', (status, state) => {
  expect(subscriptionState(status)).toBe(state);
});

it.each(['', 'Gold', 'Won', 'Negotiation'])('"%s" says nothing of a subscription', (status) => {
  expect(subscriptionState(status)).toBeNull();
});
