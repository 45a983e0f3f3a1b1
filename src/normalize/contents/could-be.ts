import type { PresetDefinition } from '../../crm/definition.js';
import { headerKey } from '../../crm/header.js';
import { speaksOfMoney, speaksOfOtherNumbers } from '../../crm/number-words.js';
import { arePlaces } from '../../crm/places.js';
import { areYesNo } from '../../crm/yes-no.js';
import type { RawTable, TableHead } from '../../load/raw-table.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { DayColumn } from '../../model/column.js';
import type { FieldKind } from '../../model/fields.js';
import { NO_PLACES } from '../../model/row-places.js';
import { textColumn } from '../../model/text-column.js';
import { isKnown, meanings } from '../outcome.js';
import { type ReaderSettings, TableReader } from '../table-reader.js';
import { distinctValues } from './distinct.js';

/** What a column without a field could be, by its first cells. */
export type Missing = 'outcome' | 'amount' | 'closed_at' | 'created_at' | 'customer';

/** Columns looked at in a wide table, and columns named for one field. */
const [MOST_COLUMNS, NAMED] = [500, 3];
const SHARE = 0.8;
/** Different values of a column of kinds, of all that are filled, at most. */
const KINDS_SHARE = 0.25;
/** Words for a state are few, and short. */
const [MOST_STATES, LONGEST_STATE, LONGEST_NAME] = [25, 40, 60];

/** Reasons, notes, places, people of the house, kinds of things: names that repeat as customers do, and are none. */
const NO_CUSTOMER =
  /reason|note|comment|descri|remark|address|city|town|street|zip|postal|state|country|region|territor|segment|type|categor|industr|sector|product|item|sku|plan|source|channel|campaign|medium|owner|\b(?:rep|agent|seller|manager|team|user|sdr|sales|title|role|job|tag|currency|name of deal)\b|stage|status|phase|step|grund|notiz|ort\b|strasse|branche|quelle|verk[au]ufer|motiv|raison|razon|observa|coment|ciudad|cidade|endereco|direcc|segmento|produto|producto|origem|origen|vendedor|commercial|adresse|ville|secteur|venditore|citta|причина|комментар|город|товар|менеджер|neden|aciklama|sehir|دلیل|علت|توضیح|یادداشت|شهر|استان|محصول|منبع|کارشناس|原因|备注|城市|产品|来源|理由|備考|商品/u;

/** The first rows of a table, with every column of it: what a column is shows there, whatever was read of the rest. */
export class Sample {
  readonly #reader: TableReader;
  readonly #head: TableHead;
  readonly #preset: PresetDefinition;
  readonly #free: readonly number[];

  /** @param held columns that hold a field already, or were set apart */
  constructor(head: TableHead, preset: PresetDefinition, settings: ReaderSettings, held: ReadonlySet<number>) {
    const { sample, columns } = head;
    const table: RawTable = {
      head,
      size: sample.length,
      columns: columns.slice(0, MOST_COLUMNS).map((_, at) => textColumn(sample.map((cells) => cells[at] ?? ''))),
      places: NO_PLACES,
      skipped: [],
      findings: [],
      sha256: '',
    };
    this.#head = head;
    this.#preset = preset;
    this.#reader = new TableReader(table, preset, settings);
    this.#free = table.columns.map((_, column) => column).filter((column) => !held.has(column));
  }

  /**
   * Columns that could hold the field, likeliest first, at most three. `beside`: the column of the close for a
   * creation, of the creation for a close. Where neither is known, deals are created on the earlier of two days.
   */
  columnsFor(field: Missing, beside: number | null = null): string[] {
    const found =
      field === 'amount'
        ? this.#amounts()
        : field === 'outcome'
          ? this.#states()
          : field === 'customer'
            ? this.#names()
            : this.#days(field, beside);
    return found.slice(0, NAMED).map((column) => this.#head.columns[column] ?? '');
  }

  #key(column: number): string {
    return headerKey(this.#head.columns[column] ?? '');
  }

  #is(column: number, kind: FieldKind): boolean {
    const { share, filled } = this.#reader.content(column, '', kind);
    return filled > 0 && share >= SHARE;
  }

  #values(column: number): readonly string[] {
    return distinctValues(this.#reader.cells(column));
  }

  #amounts(): number[] {
    const scored = this.#free.flatMap((column) => {
      const key = this.#key(column);
      const money = speaksOfMoney(key);
      if ((!money && speaksOfOtherNumbers(key)) || !this.#is(column, 'money') || this.#isDays(column)) return [];
      const amounts = [...this.#reader.as(column, 'money')].filter((amount) => !Number.isNaN(amount));
      const largest = amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), Number.NEGATIVE_INFINITY);
      // Shares, marks out of ten and flags are no money; nor are numbers that count the rows.
      if (!money && (largest <= 10 || counts(amounts) || this.#values(column).some((text) => /[%٪]/.test(text))))
        return [];
      return [{ column, rank: (money ? 2 : 0) + (amounts.some((amount) => !Number.isInteger(amount)) ? 1 : 0) }];
    });
    return scored.sort((a, b) => b.rank - a.rank || a.column - b.column).map(({ column }) => column);
  }

  #states(): number[] {
    const scored = this.#free.flatMap((column) => {
      const values = this.#values(column);
      if (values.length === 0 || values.length > MOST_STATES) return [];
      if (values.some((value) => value.length > LONGEST_STATE) || this.#isOther(column, values)) return [];
      const known = meanings(values, this.#preset, {}).filter(
        (meaning) => isKnown(meaning) || meaning.reason === 'closed_somehow',
      ).length;
      return known === 0 ? [] : [{ column, rank: known / values.length }];
    });
    return scored.sort((a, b) => b.rank - a.rank || a.column - b.column).map(({ column }) => column);
  }

  #names(): number[] {
    const states = new Set(this.#states());
    const scored = this.#free.flatMap((column) => {
      if (states.has(column) || NO_CUSTOMER.test(this.#key(column))) return [];
      const values = this.#values(column);
      if (values.length < 2 || values.some((value) => value.length > LONGEST_NAME)) return [];
      if (this.#isOther(column, values) || values.some((value) => /^https?:|^www\./i.test(value))) return [];
      const { filled } = this.#reader.content(column, '', 'text');
      // Nearly every deal has a customer, and there are more of them than kinds of anything.
      if (filled < this.#reader.size / 2 || values.length <= filled * KINDS_SHARE) return [];
      // A customer comes back, and there are more of them than words for a state.
      const again = values.length < filled ? 1 : 0;
      return [{ column, rank: again + (values.length > Math.sqrt(filled) ? 1 : 0) }];
    });
    return scored
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || a.column - b.column)
      .map(({ column }) => column);
  }

  #days(field: Missing, beside: number | null): number[] {
    const free = this.#free.filter((column) => this.#isDays(column));
    if (beside === null) {
      const mean = new Map(free.map((column) => [column, meanDay(this.#reader.as(column, 'day'))]));
      const sign = field === 'created_at' ? 1 : -1;
      return free.sort((a, b) => sign * ((mean.get(a) ?? 0) - (mean.get(b) ?? 0)));
    }
    const other = this.#reader.as(beside, 'day');
    const fits = (column: number): boolean => {
      const days = this.#reader.as(column, 'day');
      return field === 'created_at' ? mostlyBefore(days, other) : mostlyBefore(other, days);
    };
    return free.filter(fits);
  }

  #isDays(column: number): boolean {
    return this.#is(column, 'day') && this.#values(column).some((text) => /\D/.test(text) || text.length === 8);
  }

  /** Yes and no, places, dates, numbers, addresses: what is neither a name nor a state. */
  #isOther(column: number, values: readonly string[]): boolean {
    return (
      areYesNo(values, true) ||
      values.every((value) => !/\p{L}/u.test(value)) ||
      values.filter((value) => value.includes('@')).length > values.length / 2 ||
      this.#isDays(column) ||
      this.#is(column, 'money') ||
      arePlaces(values, this.#key(column))
    );
  }
}

/** Whether numbers rise by the same whole step: they count the rows. */
function counts(amounts: readonly number[]): boolean {
  const step = (amounts[1] ?? 0) - (amounts[0] ?? 0);
  if (amounts.length < 3 || step === 0) return amounts.length < 3 ? step === 1 : false;
  return amounts.every((amount, at) => at === 0 || amount - (amounts[at - 1] ?? 0) === step) && Math.abs(step) <= 10;
}

function meanDay(days: DayColumn): number {
  let [n, sum] = [0, 0];
  for (const day of days) {
    if (day === NO_DAY) continue;
    n++;
    sum += day;
  }
  return n === 0 ? 0 : sum / n;
}

function mostlyBefore(first: DayColumn, then: DayColumn): boolean {
  let [n, wrong] = [0, 0];
  for (let row = 0; row < first.length; row++) {
    const a = first[row] ?? NO_DAY;
    const b = then[row] ?? NO_DAY;
    if (a === NO_DAY || b === NO_DAY) continue;
    n++;
    if (a > b) wrong++;
  }
  return wrong <= n / 2;
}
