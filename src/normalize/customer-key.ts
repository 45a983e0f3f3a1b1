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
  const words = foldText(name)
    .replace(/\b(?:s\.?a\.?r\.?l|s\.?p\.?a|g\.?m\.?b\.?h|l\.?l\.?c|b\.?v|n\.?v|s\.?a)\.?(?=\s|$|,)/g, (form) =>
      form.replaceAll('.', ''),
    )
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const kept = [...words];
  while (kept.length > 1 && LEGAL_FORMS.has(kept.at(-1) ?? '')) kept.pop();
  while (kept.length > 1 && LEGAL_FORMS.has(kept[0] ?? '')) kept.shift();
  return kept.join(' ');
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
  const cache = new Map<number, number>();
  const width = (accountId?.values.length ?? 1) + 1;
  for (let row = 0; row < size; row++) {
    const nameCode = account?.codes[row] ?? 0;
    const idCode = accountId?.codes[row] ?? 0;
    const pair = nameCode * width + idCode;
    let code = cache.get(pair);
    if (code === undefined) {
      const name = account?.values[nameCode] ?? '';
      const nameKey = nameKeys[nameCode] ?? '';
      const id = ids[idCode] || (idOfName.get(nameKey) ?? '');
      if (id !== '') code = codeOf(`id ${id}`, name || id);
      else code = nameKey === '' ? 0 : codeOf(`name ${nameKey}`, name);
      cache.set(pair, code);
    }
    codes[row] = code;
  }
  const codeOfName = new Map<string, number>();
  values.forEach((label, code) => {
    if (code > 0 && !codeOfName.has(companyKey(label))) codeOfName.set(companyKey(label), code);
  });
  return {
    column: { codes, values },
    codeOf: (id, name) =>
      byKey.get(`id ${id}`) ?? byKey.get(`name ${companyKey(name)}`) ?? codeOfName.get(companyKey(name)) ?? 0,
  };
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
