import { headerKey } from '../../crm/header.js';
import type { Outcome } from '../../model/outcome.js';
import type { ContentShare } from '../mapping.js';
import type { TablePlan } from '../plan.js';
import type { TableReader } from '../table-reader.js';
import { distinctValues } from './distinct.js';
import { type Context, objectionTo } from './judge.js';

/** A contact, an e-mail address, a phone number: columns beside which a `Title` is a person's. */
const PERSON =
  /(?<!\p{L})(?:contact|contacts|email|mail|e mail|phone|mobile|first name|last name|kontakt|ansprechpartner|vorname|nachname|telefon|telefone|telephone|courriel|prenom|contacto|contato|correo|telefono|cognome|contatto|telefoon|контакт|телефон|почта|مخاطب|ایمیل|تلفن|موبایل)(?!\p{L})|联系人|邮箱|電話|电话|メール/u;

/** What a table's columns hold: the share of cells of a field's kind, and what they say against the field itself. */
export function judgedContent(
  reader: TableReader,
  plan: TablePlan,
  stages: Readonly<Record<string, Outcome>>,
): ContentShare {
  const context: Context = {
    preset: plan.recognition.preset,
    stages,
    people: plan.head.columns.some((header) => PERSON.test(headerKey(header))),
  };
  const seen = new Map<number, readonly string[]>();
  return (column, field, kind) => {
    const found = reader.content(column, field, kind);
    if (found.filled === 0 || !(kind === 'text' || kind === 'category' || field === 'amount')) return found;
    const values = seen.get(column) ?? distinctValues(reader.cells(column));
    seen.set(column, values);
    const objection = objectionTo({ field, header: reader.header(column), values }, context);
    return objection === null ? found : { ...found, objection };
  };
}
