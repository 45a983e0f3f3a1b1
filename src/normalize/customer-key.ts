import { type CategoryColumn, codesFor } from '../model/column.js';
import { companyKey, companyKeys, type MergedNames } from '../model/company-name.js';
import type { Codes } from '../model/text-column.js';
import { companyNumbers } from './company-numbers.js';
import { countsOf } from './distinct-cells.js';

/** A customer whose name the files write in several ways. */
export interface JoinedNames {
  /** Its writings, most deals first. */
  readonly names: readonly string[];
  /** The user says that they are one; else they differ in case, spaces, punctuation or forms of letters alone. */
  readonly merged: boolean;
}

/** The customer of every deal, and the code of a customer by its id or name (0 = no deal names it). */
export interface CustomerColumn {
  readonly column: CategoryColumn;
  /** Customers without an id that are written in more than one way. */
  readonly joined: readonly JoinedNames[];
  codeOf(id: string, name: string): number;
}

/**
 * The customer of every deal: its account id, else its account's name as `companyKey` compares it. A deal with only a
 * name belongs to the id that other deals give this name, where exactly one does. Names that the user merged are one
 * customer, and so are the ids that bear them. Values are the names people know: the writing that most deals have, or
 * the first of the user's.
 */
export function customerColumn(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn | undefined,
  size: number,
  merged: MergedNames = [],
): CustomerColumn {
  if (account !== undefined && accountId === undefined && merged.length === 0) return customersByName(account);
  const keyOfName = companyKeys(merged);
  const nameKeys = account?.values.map((name) => (name === '' ? '' : keyOfName(name))) ?? [];
  const labels = new Map(merged.flatMap(([first = '']) => (first === '' ? [] : [[keyOfName(first), first] as const])));
  const mergedIds = mergedIdsOf(account, accountId, nameKeys, labels, size);
  const deals = account === undefined ? new Uint32Array(0) : dealsOf(account);
  const values = [''];
  const codes = codesFor((account?.values.length ?? 0) + (accountId?.values.length ?? 0) + 1, size);
  const byName = new Map<string, number>();
  const byId = new Map<string, number>();
  /** How many deals the writing has that a customer is called by; a user's name is not outvoted. */
  const support = [0];
  const writings: Writings = { first: [], several: new Map() };
  const codeOf = (byKey: Map<string, number>, key: string, label: string, own: number): number => {
    let code = byKey.get(key);
    if (code === undefined) {
      code = values.push(label) - 1;
      support.push(own);
      byKey.set(key, code);
    } else if (own > (support[code] as number) || (own === support[code] && label < (values[code] as string))) {
      values[code] = label;
      support[code] = own;
    }
    return code;
  };
  const ids = accountId?.values ?? [];
  const idOfName =
    accountId === undefined ? new Map<string, string | null>() : idsOfNames(account, accountId, nameKeys, size);
  const codeOfPair = (nameCode: number, idCode: number): number => {
    const name = account?.values[nameCode] ?? '';
    const nameKey = nameKeys[nameCode] ?? '';
    const own = deals[nameCode] ?? 0;
    const mergedKey = labels.has(nameKey) ? nameKey : mergedIds.get(idCode);
    if (mergedKey !== undefined) {
      const code = codeOf(byName, mergedKey, labels.get(mergedKey) ?? name, Number.POSITIVE_INFINITY);
      if (nameKey === mergedKey) note(writings, code, nameCode);
      return code;
    }
    const id = ids[idCode] || (idOfName.get(nameKey) ?? '');
    if (id !== '') return codeOf(byId, id, name || id, name === '' ? 0 : own);
    if (nameKey === '') return 0;
    const code = codeOf(byName, nameKey, name, own);
    note(writings, code, nameCode);
    return code;
  };
  const distinct = (account ?? accountId)?.values.length ?? 1;
  fillCodes(codes, account?.codes, accountId?.codes, (accountId?.values.length ?? 1) + 1, distinct, codeOfPair);
  const idByText = new Map(mergedIds.size === 0 ? [] : ids.map((id, code) => [id, code] as const));
  let codeOfName: Map<string, number> | null = null;
  return {
    column: { codes, values },
    joined: joinedNames(writings.several, account?.values ?? [], deals, (names) =>
      names.some((name) => labels.has(keyOfName(name))),
    ),
    codeOf(id, name) {
      const key = keyOfName(name);
      const ofId = mergedIds.get(idByText.get(id) ?? 0);
      // Made when a customers file asks: a file of deals alone never does.
      codeOfName ??= codesByName(values, keyOfName);
      return (
        byName.get(ofId ?? (labels.has(key) ? key : '')) ?? byId.get(id) ?? byName.get(key) ?? codeOfName.get(key) ?? 0
      );
    },
  };
}

/** The same where deals have nothing but a name, each its own: the texts of all names are compared without making any. */
function customersByName(account: CategoryColumn): CustomerColumn {
  const { values } = account;
  const { deals, names } = namesOfRows(account);
  const { numberOf, companies } = companyNumbers(values);
  const codeOf = new Uint32Array(companies + 1);
  const codeOfName = new Uint32Array(values.length);
  /** By code: the writing that is met first, and the one that most deals have. */
  const first = new Uint32Array(companies + 1);
  const best = new Uint32Array(companies + 1);
  const several = new Map<number, number[]>();
  const isBetter = (name: number, known: number): boolean => {
    const more = (deals[name] as number) - (deals[known] as number);
    return more > 0 || (more === 0 && (values[name] as string) < (values[known] as string));
  };
  let customers = 0;
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as number;
    const number = numberOf[name] as number;
    if (number === 0) continue;
    let code = codeOf[number] as number;
    if (code === 0) {
      code = ++customers;
      codeOf[number] = code;
      first[code] = name;
      best[code] = name;
    } else {
      const writings = several.get(code);
      if (writings === undefined) several.set(code, [first[code] as number, name]);
      else writings.push(name);
      if (isBetter(name, best[code] as number)) best[code] = name;
    }
    codeOfName[name] = code;
  }
  const labels = [''];
  for (let code = 1; code <= customers; code++) labels.push(values[best[code] as number] as string);
  let byName: Map<string, number> | null = null;
  return {
    column: { codes: recoded(account, codeOfName), values: labels },
    joined: joinedNames(several, values, deals, () => false),
    codeOf(_, name) {
      // Made when a customers file asks: a file of deals alone never does.
      byName ??= codesByName(labels, companyKey);
      return byName.get(companyKey(name)) ?? 0;
    },
  };
}

/** How many deals each name has, and the names that deals have, in the order of the first row of each. */
function namesOfRows({ codes, values }: CategoryColumn): { readonly deals: Uint32Array; readonly names: Uint32Array } {
  const deals = new Uint32Array(values.length);
  const names = new Uint32Array(values.length);
  let used = 0;
  for (let row = 0; row < codes.length; row++) {
    const name = codes[row] as number;
    const before = deals[name] as number;
    if (before === 0) names[used++] = name;
    deals[name] = before + 1;
  }
  return { deals, names: names.subarray(0, used) };
}

/** A code per row, by another for each of the column's values; the column's own codes where each keeps its number. */
function recoded({ codes }: CategoryColumn, codeOf: Uint32Array): Codes {
  if (codeOf.every((code, name) => code === name)) return codes;
  const mapped = codesFor(codeOf.length, codes.length);
  for (let row = 0; row < codes.length; row++) mapped[row] = codeOf[codes[row] as number] as number;
  return mapped;
}

/** How many rows each value of a column has. */
function dealsOf({ codes, values }: CategoryColumn): Uint32Array {
  return countsOf(codes, values.length);
}

/** The writings of each customer, by their codes: the first of each, and lists of those that have several. */
interface Writings {
  readonly first: (number | undefined)[];
  readonly several: Map<number, number[]>;
}

function note({ first, several }: Writings, code: number, nameCode: number): void {
  const known = first[code];
  if (known === undefined) first[code] = nameCode;
  else if (known !== nameCode) {
    const list = several.get(code);
    if (list === undefined) several.set(code, [known, nameCode]);
    else if (!list.includes(nameCode)) list.push(nameCode);
  }
}

/** The customers of more than one writing, most deals first. */
function joinedNames(
  several: Writings['several'],
  names: readonly string[],
  deals: Uint32Array,
  isMerged: (names: readonly string[]) => boolean,
): JoinedNames[] {
  const found: { readonly joined: JoinedNames; readonly deals: number }[] = [];
  for (const codes of several.values()) {
    const ranked = [...codes].sort(
      (a, b) => (deals[b] as number) - (deals[a] as number) || ((names[a] as string) < (names[b] as string) ? -1 : 1),
    );
    const written = ranked.map((code) => names[code] as string);
    const joined = { names: written, merged: isMerged(written) };
    found.push({ joined, deals: ranked.reduce((sum, code) => sum + (deals[code] as number), 0) });
  }
  found.sort((a, b) => b.deals - a.deals || ((a.joined.names[0] ?? '') < (b.joined.names[0] ?? '') ? -1 : 1));
  return found.map(({ joined }) => joined);
}

/** The ids that deals with merged names bear, by code, with the key of the customer that they are. */
function mergedIdsOf(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn | undefined,
  nameKeys: readonly string[],
  labels: ReadonlyMap<string, string>,
  size: number,
): Map<number, string> {
  const found = new Map<number, string>();
  if (labels.size === 0 || account === undefined || accountId === undefined) return found;
  for (let row = 0; row < size; row++) {
    const id = accountId.codes[row] as number;
    const key = nameKeys[account.codes[row] as number] ?? '';
    if (id !== 0 && labels.has(key) && !found.has(id)) found.set(id, key);
  }
  return found;
}

/** The code of every row, found once per pair of name and id; an array serves where a file has only one of the two. */
function fillCodes(
  codes: Codes,
  names: Codes | undefined,
  ids: Codes | undefined,
  width: number,
  values: number,
  codeOfPair: (nameCode: number, idCode: number) => number,
): void {
  const one = names === undefined ? ids : ids === undefined ? names : undefined;
  if (one !== undefined) {
    const known = new Int32Array(values).fill(-1);
    for (let row = 0; row < codes.length; row++) {
      const own = one[row] as number;
      let code = known[own] as number;
      if (code < 0) {
        code = names === undefined ? codeOfPair(0, own) : codeOfPair(own, 0);
        known[own] = code;
      }
      codes[row] = code;
    }
    return;
  }
  if (names === undefined || ids === undefined) return;
  // A name mostly comes with one id: the last pair of each name is looked at before all pairs.
  const lastId = new Int32Array(values).fill(-1);
  const lastCode = new Int32Array(values);
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const nameCode = names[row] as number;
    const idCode = ids[row] as number;
    if (lastId[nameCode] !== idCode) {
      const pair = nameCode * width + idCode;
      let code = known.get(pair);
      if (code === undefined) {
        code = codeOfPair(nameCode, idCode);
        known.set(pair, code);
      }
      lastId[nameCode] = idCode;
      lastCode[nameCode] = code;
    }
    codes[row] = lastCode[nameCode] as number;
  }
}

/** The first customer of each name. */
function codesByName(values: readonly string[], keyOfName: (name: string) => string): Map<string, number> {
  const codes = new Map<string, number>();
  values.forEach((label, code) => {
    const key = keyOfName(label);
    if (code > 0 && !codes.has(key)) codes.set(key, code);
  });
  return codes;
}

const SEVERAL = -1;

/** Name key → the one account id that deals with this name carry; null where several do. */
function idsOfNames(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn,
  nameKeys: readonly string[],
  size: number,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (account === undefined) return found;
  /** The id of each writing: 0 = none, SEVERAL = more than one. */
  const idOf = new Int32Array(account.values.length);
  for (let row = 0; row < size; row++) {
    const id = accountId.codes[row] as number;
    const name = account.codes[row] as number;
    if (id === 0 || idOf[name] === id) continue;
    idOf[name] = idOf[name] === 0 ? id : SEVERAL;
  }
  idOf.forEach((code, name) => {
    const key = nameKeys[name] ?? '';
    if (code === 0 || key === '') return;
    const id = code === SEVERAL ? null : (accountId.values[code] ?? '');
    const known = found.get(key);
    if (known === undefined) found.set(key, id);
    else if (known !== id) found.set(key, null);
  });
  return found;
}
