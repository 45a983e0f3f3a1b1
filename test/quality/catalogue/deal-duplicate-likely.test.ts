import { describe, expect, it } from 'vitest';
import { dealDuplicateLikely } from '../../../src/quality/catalogue/deal-duplicate-likely.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.duplicate_likely', () => {
  it('rejects the same or nearly the same name of one account within 30 days', () => {
    const found = expectVerdicts(
      dealDuplicateLikely,
      `id  customer name             created_at outcome amount verdict
       D1  Alpha    Pump_licence     2024-01-05 open    100    accept
       D2  Alpha    PUMP-LICENCE     2024-02-04 lost    900    reject
       D3  Alpha    Pump_licence     2024-03-06 open    500    accept
       D4  Alpha    pump_licence     2024-03-20 open    .      reject
       D5  Gamma    Maintenance_2024 2024-01-05 open    .      accept
       D6  Gamma    Maintenence_2024 2024-01-09 open    .      reject
       D7  Delta    قرارداد_كيفيت۱   2024-01-05 open    .      accept
       D8  Delta    قرارداد_کیفیت_1  2024-01-05 open    .      reject
       D9  Zeta     Boiler_licence   2024-01-05 lost    77.5   accept
       D10 Zeta     Licence_for_the_boiler 2024-01-06 won 78  reject
       D11 Eta      Eta_Pump         2024-01-05 open    100    accept
       D12 Eta      Pump_Berlin      2024-01-05 open    100.5  reject
       D13 .        One              2024-01-05 open    100    outside
       D14 Eta      One              .          open    100    outside`,
    );
    expect(found.map(({ message }) => message.en.replace('probably the deal in row ', ''))).toEqual([
      '2: the same account, the same name, created 30 days later',
      '4: the same account, the same name, created 14 days later',
      '6: the same account, nearly the same name ("Maintenance 2024"), created 4 days later',
      '8: the same account, the same name, created on the same day',
      '10: the same account, a similar name ("Boiler licence") and nearly the same amount (78), created 1 day later',
      '12: the same account, a similar name ("Eta Pump") and nearly the same amount (100.5), created on the same day',
    ]);
  });

  it('accepts another account, other numbers, two wins, and amounts in two currencies', () => {
    const table = `id customer name currency created_at outcome amount
       D1 Alpha Pump_1 EUR 2024-01-05 open 100
       D2 Beta Pump_1 EUR 2024-01-05 open 100
       D3 Alpha Pump_2 USD 2024-01-05 open 100
       D4 Gamma Retainer EUR 2024-01-05 won 5
       D5 Gamma Retainer EUR 2024-01-05 won 5
       D6 Gamma Zero EUR 2024-01-06 lost 0
       D7 Gamma Nil EUR 2024-01-06 lost 0`;
    expect(runRule(dealDuplicateLikely, table)).toMatchObject({ outcome: 'pass', applicable: 7 });
  });

  it('takes the days and the difference that are asked for', () => {
    const table =
      'id customer name created_at outcome amount\nD1 A Pump_X 2024-01-05 open 100\nD2 A Pump 2024-01-07 open 104';
    expect(runRule(dealDuplicateLikely, table).violations).toBe(0);
    expect(runRule(dealDuplicateLikely, table, { amount: 0.05 }).violations).toBe(1);
    expect(runRule(dealDuplicateLikely, table, { amount: 0.05, days: 1 }).violations).toBe(0);
  });

  it('takes no equal amount for a sign where the names differ, are missing, or say nothing', () => {
    const table = `id customer name account created_at outcome amount
       D1 A Pump A 2024-01-05 open 100
       D2 A Valve A 2024-01-06 open 100
       D3 B Phase_one B 2024-01-05 open 100
       D4 B Phase_two B 2024-01-06 open 100
       D5 C . C 2024-01-05 open 100
       D6 C . C 2024-01-06 open 100
       D7 D Licence_2024 D 2024-01-05 open 100
       D8 D Licence_2025 D 2024-01-06 open 100
       D9 Acme Acme_Inc Acme 2024-01-05 open 100
       D10 Acme ACME Acme 2024-01-06 open 900`;
    expect(runRule(dealDuplicateLikely, table).violations).toBe(0);
    const named = 'id customer name account created_at outcome amount';
    const own = 'D9 Acme Acme_Inc Acme 2024-01-05 open 100\nD10 Acme ACME Acme 2024-01-06 open 100';
    expect(runRule(dealDuplicateLikely, `${named}\n${own}`).violations).toBe(1);
    expect(runRule(dealDuplicateLikely, 'id customer created_at outcome amount\nD1 A 2024-01-05 open 1').reason).toBe(
      'missing_field:name',
    );
  });

  it('wants the same amount where deals of many accounts have the name', () => {
    const header = 'id customer name created_at outcome amount';
    const renewals = (accounts: number): string =>
      Array.from({ length: accounts }, (_, n) => `D${n} C${n} Renewal 2024-01-05 open 100`).join('\n');
    const second = (amount: number): string => `D99 C0 Renewal 2024-01-20 open ${amount}`;
    // Six accounts: five beside its own.
    expect(runRule(dealDuplicateLikely, `${header}\n${renewals(6)}\n${second(900)}`).violations).toBe(0);
    expect(runRule(dealDuplicateLikely, `${header}\n${renewals(6)}\n${second(100)}`).violations).toBe(1);
    expect(runRule(dealDuplicateLikely, `${header}\n${renewals(5)}\n${second(900)}`).violations).toBe(1);
  });
});
