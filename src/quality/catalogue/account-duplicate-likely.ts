import { foldText } from '../../locale/fold.js';
import type { Place } from '../../model/deals.js';
import { type Codes, cellText } from '../../model/text-column.js';
import { defineRule } from '../definition.js';
import { likelyPairs } from '../names.js';
import { textAt } from '../texts.js';

/** Mail providers: an address there says nothing about the company. */
const FREE_MAIL = new Set(
  (
    'gmail.com googlemail.com yahoo.com ymail.com hotmail.com outlook.com live.com msn.com icloud.com me.com aol.com ' +
    'gmx.de gmx.net web.de mail.ru yandex.ru yandex.com proton.me protonmail.com qq.com 163.com chmail.ir yahoo.co.uk'
  ).split(' '),
);
/** Second levels under which companies register: `alpha.co.uk` is alpha's, not `co.uk`'s. */
const SHARED_LEVELS = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu']);

export const accountDuplicateLikely = defineRule({
  id: 'account.duplicate_likely',
  title: { en: 'Customers that are probably one', fa: 'مشتریانی که احتمالاً یکی‌اند' },
  dimension: 'uniqueness',
  severity: 'warn',
  scope: 'customer',
  condition: {
    en: 'Of all customers (of the deals and of the customers file), those whose name is that of another customer but for word order or legal form, or is the same under another id; or differs in one letter of a word of at least 8; or whose contacts write from the same company domain. Names with different numbers are different. Nothing is merged: they are listed.',
    fa: 'از همه‌ی مشتریان (در معامله‌ها و فایل مشتریان)، آن‌هایی که نامشان با مشتری دیگری یکی است جز در ترتیب واژه‌ها یا نوع شرکت، یا همان نام با شناسه‌ای دیگر است؛ یا در یک حرف از واژه‌ای دست‌کم ۸ حرفی تفاوت دارد؛ یا مخاطبانشان از یک دامنه‌ی شرکتی ایمیل می‌فرستند. نام‌های دارای شماره‌ی متفاوت یکی نیستند. چیزی ادغام نمی‌شود: تنها فهرست می‌شوند.',
  },
  source: 'DemandTools, comparison of cleaned account names and domains; the limits are measured on 26 labelled pairs',
  needs: ['customer'],
  wants: ['contact_email'],
  thorough: true,
  affects: ['customers', 'new_customers', 'customer_retention_rate', 'repeat_purchase_rate', 'clv_historic'],
  check({ population, deals, beside }) {
    const { codes, values } = population.column('customer');
    const firstRow = new Int32Array(values.length).fill(-1);
    for (const row of population.rows) {
      const code = codes[row] as number;
      if (code !== 0 && firstRow[code] === -1) firstRow[code] = row;
    }
    const names: string[] = [];
    const places: Place[] = [];
    const customerAt = new Map<number, number>();
    values.forEach((name, code) => {
      if (firstRow[code] === -1) return;
      customerAt.set(code, names.push(name) - 1);
      places.push(deals.place(firstRow[code] as number));
    });
    const { customers } = beside;
    const inFile = new Set<number>();
    for (let row = 0; customers !== null && row < customers.size; row++) {
      const name = cellText(customers.name, row);
      // A customer that deals name stands in the list already; a second one of the file that is the same one does not.
      const code = customers.key[row] ?? 0;
      const known = inFile.has(code);
      if (code !== 0) inFile.add(code);
      if (name.trim() === '' || (code !== 0 && !known)) continue;
      names.push(name);
      places.push(customers.place?.(row) ?? { file: '', sheet: null, row: 0, line: null });
    }
    const found = new Map(
      likelyPairs(names).map(({ first, second, likeness }) => [second, { first, why: likeness as Why }]),
    );
    const email = population.column('contact_email');
    const owners = domainOwners(population.rows, (row) => textAt(email, row), codes, population.has('contact_email'));
    for (const { domain, accounts } of owners) {
      const [first = 0, ...others] = accounts.map((code) => customerAt.get(code) ?? 0).sort((a, b) => a - b);
      for (const second of others) if (!found.has(second)) found.set(second, { first, why: domain });
    }
    const order = [...found].sort(([a], [b]) => a - b);
    const company = companies(found, names);
    return {
      checked: names.length,
      places: order.map(([second, { first, why }]) => ({
        place: places[second] as Place,
        field: 'customer' as const,
        value: names[second] ?? '',
        entity: company(second),
        args: { name: names[second] ?? '', other: names[first] ?? '', row: (places[first] as Place).row, why },
      })),
    };
  },
  message: {
    en: ({ name, other, row, why }) =>
      `"${name}" is probably "${other}"${row === 0 ? '' : ` of row ${row}`}: ${WHY[why]?.en ?? `contacts of both write from ${why}`}`,
    fa: ({ name, other, row, why }) =>
      `«${name}» احتمالاً همان «${other}»${row === 0 ? '' : ` در ردیف ${row}`} است: ${WHY[why]?.fa ?? `مخاطبان هر دو از ${why} می‌نویسند`}`,
  },
  fix: {
    en: 'Merge the two accounts in the CRM if they are one company, or say so with `customers.merge` in the config; until then each counts as a customer.',
    fa: 'اگر هر دو یک شرکت‌اند در CRM ادغامشان کنید یا در تنظیمات با customers.merge بگویید؛ تا آن زمان هر کدام یک مشتری شمرده می‌شود.',
  },
  examples: {
    accept: 'id customer\nD1 Meridian_Health\nD2 Meridian_Wealth\nD3 Region_1_Hospital\nD4 Region_2_Hospital',
    reject: 'id customer\nD1 Betasoloin_GmbH\nD2 Alpha\nD3 Beta_Soloin',
  },
});

/** A likeness of names, or the domain that two customers share. */
type Why = string;

const WHY: Readonly<Record<string, { readonly en: string; readonly fa: string }>> = {
  same: { en: 'the same name, under another id', fa: 'همان نام با شناسه‌ای دیگر' },
  form: { en: 'the same words but for their order or the legal form', fa: 'همان واژه‌ها، جز ترتیبشان یا نوع شرکت' },
  spacing: { en: 'the same letters', fa: 'همان حروف' },
  typo: { en: 'one letter differs', fa: 'یک حرف تفاوت دارد' },
};

/**
 * What names the company that several customers probably are, for a baseline: the first of their names by the alphabet,
 * whichever of them the file names first.
 */
function companies(
  found: ReadonlyMap<number, { readonly first: number }>,
  names: readonly string[],
): (customer: number) => string {
  const rootOf = (customer: number): number => {
    let root = customer;
    for (let up = found.get(root)?.first; up !== undefined && up < root; up = found.get(root)?.first) root = up;
    return root;
  };
  const nameOf = new Map<number, string>();
  for (const customer of [...found].flatMap(([second, { first }]) => [second, first])) {
    const [root, name] = [rootOf(customer), foldText(names[customer] ?? '')];
    const known = nameOf.get(root);
    if (known === undefined || name < known) nameOf.set(root, name);
  }
  return (customer) => nameOf.get(rootOf(customer)) ?? '';
}

/** Company domains from which contacts of two customers write. Domains of three and more belong to an agency. */
function domainOwners(
  rows: Uint32Array,
  emailAt: (row: number) => string,
  codes: Codes,
  hasEmail: boolean,
): { readonly domain: string; readonly accounts: readonly number[] }[] {
  if (!hasEmail) return [];
  const accountsOf = new Map<string, Set<number>>();
  for (const row of rows) {
    const code = codes[row] as number;
    const domain = code === 0 ? null : companyDomain(emailAt(row));
    if (domain === null) continue;
    const accounts = accountsOf.get(domain);
    if (accounts === undefined) accountsOf.set(domain, new Set([code]));
    else accounts.add(code);
  }
  return [...accountsOf].flatMap(([domain, accounts]) =>
    accounts.size === 2 ? [{ domain, accounts: [...accounts] }] : [],
  );
}

/** `mail.alpha.co.uk` → `alpha.co.uk`; null for mail providers and what is no address. */
function companyDomain(email: string): string | null {
  const host = foldText(email.slice(email.lastIndexOf('@') + 1));
  if (!email.includes('@') || !/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)) return null;
  const levels = host.split('.');
  const kept = SHARED_LEVELS.has(levels.at(-2) ?? '') && levels.length > 2 ? 3 : 2;
  const domain = levels.slice(-kept).join('.');
  return FREE_MAIL.has(domain) ? null : domain;
}
