import { countCodes } from '../model/code-counts.js';
import { type CategoryColumn, codesFor } from '../model/column.js';
import { companyKey, companyKeys, type MergedNames } from '../model/company-name.js';
import { textOfCode, UnmadeCategory } from '../model/distinct-texts.js';
import type { Codes } from '../model/text-column.js';
import { type NamedCustomers, namedCustomers } from './named-customers.js';

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
 *
 * @param namedAhead what another thread found of the accounts' names, if it did; asked where nothing else tells customers
 */
export function customerColumn(
  account: CategoryColumn | undefined,
  accountId: CategoryColumn | undefined,
  size: number,
  merged: MergedNames = [],
  namedAhead: () => NamedCustomers | null = () => null,
): CustomerColumn {
  if (account !== undefined && accountId === undefined && merged.length === 0)
    return customersByName(account, namedAhead());
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
    joined: joinedNames(
      writings.several.values(),
      (code) => account?.values[code] ?? '',
      deals,
      (names) => names.some((name) => labels.has(keyOfName(name))),
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

/**
 * The same where deals have nothing but a name, each its own: the texts of all names are compared without making any.
 *
 * @param named what another thread found of the same names
 */
function customersByName(account: CategoryColumn, named: NamedCustomers | null): CustomerColumn {
  const { codes, labelOf, several, deals } = named ?? namedCustomers(account);
  const column = labelled(account, codes ?? account.codes, labelOf);
  let byName: Map<string, number> | null = null;
  return {
    column,
    joined: joinedNames(
      several,
      (code) => textOfCode(account, code),
      deals,
      () => false,
    ),
    codeOf(_, name) {
      // Made when a customers file asks: a file of deals alone never does.
      byName ??= codesByName(column.values, companyKey);
      return byName.get(companyKey(name)) ?? 0;
    },
  };
}

/** The customers of names, with the label of each; the names themselves where each is its own. */
function labelled(account: CategoryColumn, codes: Codes, labelOf: Uint32Array | null): CategoryColumn {
  if (labelOf === null) {
    const { unmade } = account;
    return unmade === undefined ? { codes, values: account.values } : new UnmadeCategory(codes, unmade);
  }
  const names = account.values;
  const labels = new Array<string>(labelOf.length);
  labels[0] = '';
  for (let code = 1; code < labels.length; code++) labels[code] = names[labelOf[code] as number] as string;
  return { codes, values: labels };
}

/** How many rows each value of a column has. */
function dealsOf({ codes, values }: CategoryColumn): Uint32Array {
  return countCodes(codes, values.length);
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
  several: Iterable<readonly number[]>,
  nameOf: (code: number) => string,
  deals: Uint32Array,
  isMerged: (names: readonly string[]) => boolean,
): JoinedNames[] {
  const found: { readonly joined: JoinedNames; readonly deals: number }[] = [];
  for (const codes of several) {
    const ranked = [...codes].sort(
      (a, b) => (deals[b] as number) - (deals[a] as number) || (nameOf(a) < nameOf(b) ? -1 : 1),
    );
    const written = ranked.map(nameOf);
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
