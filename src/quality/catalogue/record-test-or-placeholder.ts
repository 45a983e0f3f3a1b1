import { withoutTrailing } from '../../locale/edges.js';
import { foldText } from '../../locale/fold.js';
import { cellFindings } from '../cell-findings.js';
import { defineRule } from '../definition.js';
import { holding, rowsPassing, textColumns } from '../texts.js';

/** Words that no real deal or company is called by, folded. */
const JUNK = new Set(
  ['asdf', 'asdfg', 'asdfgh', 'qwerty', 'qwertz', 'dummy', 'xxx', 'xxxx', 'blabla', 'lorem'].map(foldText),
);
/** Words that mark a test where nothing but them and general words is there: "Test deal 2", not "Crash Test GmbH". */
const TEST = new Set(
  ['test', 'tests', 'testing', 'demo', 'sample', 'example', 'تست', 'آزمایشی', 'آزمایش', 'نمونه'].map(foldText),
);
const GENERAL = new Set(
  (
    'a an the new my this is just please ignore delete do not use only for record deal opportunity account company customer client lead ' +
    'contact order name user foo bar یک معامله شرکت مشتری سرنخ سفارش جدید برای است'
  )
    .split(' ')
    .map(foldText),
);
/** `example.com` and the like are reserved for examples (RFC 2606); people write `test.com`. */
const TEST_DOMAIN = /@(?:[\w-]+\.)*(?:example|test)(?:\.[a-z]{2,})?$/i;

/** Any of them in a name: mostly none is, and no words are made. */
const MARKED = new RegExp([...JUNK, ...TEST].join('|'));
/** The same as they are typed in ASCII. */
const TYPED = new RegExp(MARKED.source, 'i');
const ODD = /[^\x20-\x7e]/;
/** So many odd words are remembered: where nearly every name has its own, that is no use. */
const MOST_WORDS = 1_000;
const NAMED = holding([...JUNK, ...TEST], { ignoreCase: true });
const WRITTEN_AT = holding(['example', 'test'], { ignoreCase: true });

export const recordTestOrPlaceholder = defineRule({
  id: 'record.test_or_placeholder',
  title: { en: 'Test records', fa: 'رکوردهای آزمایشی' },
  dimension: 'validity',
  severity: 'warn',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all filled names, accounts, contacts and e-mail addresses of deals, those with a word of the keyboard (asdf, qwerty, dummy, xxx), those made of nothing but words for a test (test, demo, sample, تست), general words and numbers ("Test deal 2"; not "Crash Test GmbH"), and addresses at example.com or test.com.',
    fa: 'از همه‌ی نام‌ها، شرکت‌ها، مخاطبان و ایمیل‌های پر معامله‌ها، آن‌هایی که واژه‌ی بی‌معنای صفحه‌کلید دارند (asdf، qwerty، dummy، xxx)، آن‌هایی که تنها از واژه‌ی آزمایش (test، demo، تست)، واژه‌های عام و عدد ساخته شده‌اند («معامله تست ۲»)، و ایمیل‌های example.com یا test.com.',
  },
  source: 'RFC 2606 (reserved domains); junk-value checks of HubSpot data-quality guides',
  needs: [],
  needsAny: ['name', 'account', 'contact', 'contact_email'],
  affects: ['new_deals', 'won_deals', 'open_deals', 'win_rate', 'revenue_won', 'open_pipeline_value', 'customers'],
  check({ population }) {
    const names = textColumns(population, ['name', 'account', 'contact']);
    const emails = textColumns(population, ['contact_email']);
    const isTestName = testNames();
    return cellFindings(
      population.size,
      [
        ...names.map((one) => ({
          ...one,
          rows: rowsPassing(one.column, { hint: NAMED, test: isTestName }),
        })),
        ...emails.map((one) => ({
          ...one,
          rows: rowsPassing(one.column, { hint: WRITTEN_AT, test: (text) => TEST_DOMAIN.test(text.trim()) }),
        })),
      ],
      (text, field) => ({ text, field }),
    );
  },
  message: {
    en: ({ text, field }) => `the ${FIELDS[field]?.en ?? field} "${text}" looks like a test`,
    fa: ({ text, field }) => `${FIELDS[field]?.fa ?? field} «${text}» آزمایشی به نظر می‌رسد`,
  },
  fix: {
    en: 'Delete the record from the CRM, or keep tests in a sandbox.',
    fa: 'رکورد را از CRM پاک کنید، یا آزمایش‌ها را در محیطی جدا انجام دهید.',
  },
  examples: {
    accept: 'id name account\nD1 Crash_Test_Rig Sample_Foods\nD2 Demo_hall .',
    reject: 'id name account\nD1 Crash_Test_Rig Alpha\nD2 Test_deal_2 Alpha',
  },
});

const FIELDS: Readonly<Record<string, { readonly en: string; readonly fa: string }>> = {
  name: { en: 'name', fa: 'نام' },
  account: { en: 'account', fa: 'شرکت' },
  contact: { en: 'contact', fa: 'مخاطب' },
  contact_email: { en: 'e-mail address', fa: 'ایمیل' },
};

/**
 * Tells names of tests. Thousands that are not ASCII have a few odd words (`Customer 17 İzmir`): each is folded once, for
 * nothing that folds reaches across a space of ASCII.
 */
function testNames(): (name: string) => boolean {
  const known = new Map<string, boolean>();
  const isMarked = (word: string): boolean => {
    if (!ODD.test(word)) return false;
    const told = known.get(word);
    if (told !== undefined) return told;
    const marked = MARKED.test(foldText(word));
    if (known.size < MOST_WORDS) known.set(word, marked);
    return marked;
  };
  return (name) => (TYPED.test(name) || name.split(' ').some(isMarked)) && isTestName(name);
}

function isTestName(name: string): boolean {
  const folded = foldText(name);
  if (!MARKED.test(folded)) return false;
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (words.some((word) => JUNK.has(word))) return true;
  return (
    words.some((word) => TEST.has(withoutTrailing(word, /\d/))) &&
    words.every((word) => TEST.has(withoutTrailing(word, /\d/)) || GENERAL.has(word) || /^\d+$/.test(word))
  );
}
