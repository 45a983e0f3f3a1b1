import { foldText } from '../locale/fold.js';
import type { CategoryColumn } from '../model/column.js';

/** Legal forms that say nothing about who a company is. Compared as last (or first) words of a folded name. */
const LEGAL_FORMS = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg ug se sa sas sarl srl spa bv nv ' +
    'oy ab as aps kft sro oo pty pte pvt ltda eireli sl slu ооо оао зао ао شرکت شركت سهامی خاص عام'
  ).split(' '),
);

/** The form in which two spellings of a company's name are equal: folded, punctuation and legal forms taken off. */
export function companyKey(name: string): string {
  const words = (PLAIN_NAME.test(name) ? name.toLowerCase() : foldedWords(name)).split(' ');
  let first = 0;
  let last = words.length;
  while (last - first > 1 && LEGAL_FORMS.has(words[last - 1] ?? '')) last--;
  while (last - first > 1 && LEGAL_FORMS.has(words[first] ?? '')) first++;
  return last - first === words.length ? words.join(' ') : words.slice(first, last).join(' ');
}

/** Words of ASCII letters and digits, a space between them: nothing to fold but the case. */
const PLAIN_NAME = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function foldedWords(name: string): string {
  return foldText(name)
    .replace(/\b(?:s\.?a\.?r\.?l|s\.?p\.?a|g\.?m\.?b\.?h|l\.?l\.?c|b\.?v|n\.?v|s\.?a)\.?(?=\s|$|,)/g, (form) =>
      form.replaceAll('.', ''),
    )
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The customer of every deal, and the code of a customer by its id or name (0 = no deal names it). */
export interface CustomerColumn {
  readonly column: CategoryColumn;
  codeOf(id: string, name: string): number;
}

/**
 * The customer of every deal: its account id, else its account's normalised name. A deal with only a name belongs to
 * the id that other deals give this name, where exactly one does. Values are the names people know.
 */
export function customerColumn(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn | undefined,
  size: number,
): CustomerColumn {
  const values = [''];
  const codes = new Uint32Array(size);
  const byKey = new Map<string, number>();
  const codeOf = (key: string, label: string): number => {
    let code = byKey.get(key);
    if (code === undefined) {
      code = values.push(label) - 1;
      byKey.set(key, code);
    }
    return code;
  };
  const nameKeys = account?.values.map((name) => (name === '' ? '' : companyKey(name))) ?? [];
  const ids = accountId?.values ?? [];
  const idOfName =
    accountId === undefined ? new Map<string, string | null>() : idsOfNames(account, accountId, nameKeys, size);
  const codeOfPair = (nameCode: number, idCode: number): number => {
    const name = account?.values[nameCode] ?? '';
    const nameKey = nameKeys[nameCode] ?? '';
    const id = ids[idCode] || (idOfName.get(nameKey) ?? '');
    if (id !== '') return codeOf(`id ${id}`, name || id);
    return nameKey === '' ? 0 : codeOf(`name ${nameKey}`, name);
  };
  fillCodes(codes, account?.codes, accountId?.codes, (accountId?.values.length ?? 1) + 1, codeOfPair);
  let codeOfName: Map<string, number> | null = null;
  return {
    column: { codes, values },
    codeOf(id, name) {
      const key = companyKey(name);
      // Made when a customers file asks: a file of deals alone never does.
      codeOfName ??= codesByName(values);
      return byKey.get(`id ${id}`) ?? byKey.get(`name ${key}`) ?? codeOfName.get(key) ?? 0;
    },
  };
}

/** The code of every row, found once per pair of name and id; an array serves where a file has only one of the two. */
function fillCodes(
  codes: Uint32Array,
  names: Uint32Array | undefined,
  ids: Uint32Array | undefined,
  width: number,
  codeOfPair: (nameCode: number, idCode: number) => number,
): void {
  const one = names === undefined ? ids : ids === undefined ? names : undefined;
  if (one !== undefined) {
    const known: (number | undefined)[] = [];
    for (let row = 0; row < codes.length; row++) {
      const own = one[row] ?? 0;
      let code = known[own];
      if (code === undefined) {
        code = names === undefined ? codeOfPair(0, own) : codeOfPair(own, 0);
        known[own] = code;
      }
      codes[row] = code;
    }
    return;
  }
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const nameCode = names?.[row] ?? 0;
    const idCode = ids?.[row] ?? 0;
    const pair = nameCode * width + idCode;
    let code = known.get(pair);
    if (code === undefined) {
      code = codeOfPair(nameCode, idCode);
      known.set(pair, code);
    }
    codes[row] = code;
  }
}

/** The first customer of each name. */
function codesByName(values: readonly string[]): Map<string, number> {
  const codes = new Map<string, number>();
  values.forEach((label, code) => {
    const key = companyKey(label);
    if (code > 0 && !codes.has(key)) codes.set(key, code);
  });
  return codes;
}

/** Name key → the one account id that deals with this name carry; null where several do. */
function idsOfNames(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn,
  nameKeys: readonly string[],
  size: number,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (account === undefined) return found;
  for (let row = 0; row < size; row++) {
    const id = accountId.values[accountId.codes[row] ?? 0] ?? '';
    const key = nameKeys[account.codes[row] ?? 0] ?? '';
    if (id === '' || key === '') continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, id);
    else if (known !== null && known !== id) found.set(key, null);
  }
  return found;
}
