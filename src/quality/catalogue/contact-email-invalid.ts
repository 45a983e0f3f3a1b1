import { withoutTrailing } from '../../locale/edges.js';
import { foldText } from '../../locale/fold.js';
import { cellFindings, filledCells } from '../cell-findings.js';
import { defineRule } from '../definition.js';
import { ANY_CELL, rowsPassing, textColumns } from '../texts.js';

/** No server takes a longer address (RFC 5321, section 4.5.3.1). */
const LONGEST = 254;

export const contactEmailInvalid = defineRule({
  id: 'contact.email_invalid',
  title: { en: 'E-mail addresses that cannot be', fa: 'ایمیل‌های ناممکن' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled e-mail cells, those without @ or with two, with a space, with a dot at an end or two in a row, without a dot behind the @, or longer than 254 characters. Several addresses may stand in a cell, separated by ; or a comma.',
    fa: 'از همه‌ی خانه‌های پر ایمیل، آن‌هایی که @ ندارند یا دو تا دارند، فاصله دارند، نقطه در آغاز یا پایان یا دو نقطه‌ی پیاپی دارند، پس از @ نقطه ندارند، یا از ۲۵۴ نویسه بلندترند. چند نشانی با ; یا ویرگول می‌توانند در یک خانه باشند.',
  },
  source: 'RFC 5321; Soda, validity format "email"',
  needs: ['contact_email'],
  affects: [],
  check({ population }) {
    const columns = textColumns(population, ['contact_email']);
    return cellFindings(
      filledCells(columns),
      columns.map((one) => ({
        ...one,
        // Every cell is looked at: what is wrong with an address may be what it does not have.
        rows: rowsPassing(one.column, { hint: ANY_CELL, test: (text) => faultOf(text) !== null }),
      })),
      (text) => ({ text, fault: faultOf(text) ?? 'no_at' }),
    );
  },
  message: {
    en: ({ text, fault }) => `"${text}" is no e-mail address: ${FAULTS[fault].en}`,
    fa: ({ text, fault }) => `«${text}» نشانی ایمیل نیست: ${FAULTS[fault].fa}`,
  },
  fix: {
    en: 'Correct the address in the CRM; mark what bounced as such instead of changing it.',
    fa: 'نشانی را در CRM اصلاح کنید؛ نشانی‌های برگشتی را به‌جای تغییر دادن علامت بزنید.',
  },
  examples: {
    accept: 'id contact_email\nD1 ana@alpha.co.uk\nD2 .\nD3 a.b+c@x.io;d@y.de',
    reject: 'id contact_email\nD1 ana@alpha.co.uk\nD2 ana@alpha',
  },
});

const FAULTS = {
  no_at: { en: 'it has no @', fa: '@ ندارد' },
  two_at: { en: 'it has more than one @', fa: 'بیش از یک @ دارد' },
  space: { en: 'it has a space', fa: 'فاصله دارد' },
  dots: { en: 'a dot stands at an end, or two in a row', fa: 'نقطه در آغاز یا پایان یا دو نقطه‌ی پیاپی دارد' },
  domain: { en: 'no domain stands behind the @', fa: 'پس از @ دامنه‌ای نیست' },
  long: { en: 'it is longer than 254 characters', fa: 'از ۲۵۴ نویسه بلندتر است' },
} as const;

type Fault = keyof typeof FAULTS;

/** What is wrong with the first faulty address of a cell; null for a sound one. Linear in its length. */
function faultOf(cell: string): Fault | null {
  for (const part of cell.split(/[;,]/)) {
    const address = foldText(part.replace(/^[^<]*<([^>]*)>\s*$/, '$1'));
    if (address === '') continue;
    const fault = addressFault(address);
    if (fault !== null) return fault;
  }
  return null;
}

function addressFault(address: string): Fault | null {
  if (address.length > LONGEST) return 'long';
  const at = address.indexOf('@');
  if (at < 0) return 'no_at';
  if (address.indexOf('@', at + 1) >= 0) return 'two_at';
  if (/\s/.test(address)) return 'space';
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (
    local === '' ||
    !domain.includes('.') ||
    !/\p{L}{2}$|(?:^|\.)xn--[a-z0-9-]+$/u.test(withoutTrailing(domain, /\./))
  )
    return 'domain';
  return [local, domain].some((part) => part.startsWith('.') || part.endsWith('.') || part.includes('..'))
    ? 'dots'
    : null;
}
