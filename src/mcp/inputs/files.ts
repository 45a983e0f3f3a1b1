/** Which files, and how they are to be read where that is not found by itself. */
import { z } from 'zod';
import type { Input } from '../definition.js';
import { listOf, option, pairs, plainText, text, word } from './make.js';

/** A path; whether it may be opened is looked at when it is. */
const path = () =>
  plainText().refine((name) => !/\p{Cc}/u.test(name), { error: 'a file name without control characters' });

const FILES = {
  en: 'Names as list_files has them.',
  fa: 'نام‌ها چنان که در list_files است.',
} as const;

export const files: Input = ({ lang, fileName }) =>
  listOf(path())
    .describe(FILES[lang])
    .transform((names) => names.map(fileName));

const FILE = {
  en: 'Its name as list_files has it.',
  fa: 'نامش چنان که در list_files است.',
} as const;

export const file: Input = ({ lang, fileName }) =>
  path()
    .describe(FILE[lang])
    .transform((name) => [fileName(name)]);

const EARLIER = {
  en: 'Earlier exports of the same deals, for the sections changes and why.',
  fa: 'خروجی‌های پیشین همان معامله‌ها، برای بخش‌های changes و why.',
} as const;

export const earlier: Input = ({ lang, fileName }) =>
  listOf(path())
    .describe(EARLIER[lang])
    .transform((names) => names.flatMap((name) => option('earlier', fileName(name))))
    .optional();

export const filesIfAny: Input = (tools) => (files(tools) as z.ZodType<readonly string[]>).optional();

const ROLES = ['deals', 'customers', 'leads', 'orders', 'subscriptions', 'history', 'lookup'] as const;

const ROLES_TEXT = {
  en: 'Files whose role is not found by itself; not repeated in files.',
  fa: 'فایل‌هایی که نقششان خودبه‌خود پیدا نمی‌شود، به تفکیک نقش؛ در files تکرار نمی‌شوند.',
} as const;

export const roles: Input = ({ lang, fileName }) =>
  z
    .partialRecord(z.enum(ROLES), listOf(path()))
    .describe(ROLES_TEXT[lang])
    .transform((named) => ROLES.flatMap((role) => (named[role] ?? []).flatMap((name) => option(role, fileName(name)))))
    .optional();

export const mapping = pairs('map', plainText, {
  en: 'Columns of fields, e.g. {"amount": "Deal value"}.',
  fa: 'ستون فیلدها، مانند {"amount": "Deal value"}.',
});

export const stages = pairs('stage', () => z.enum(['won', 'lost', 'open', 'excluded']), {
  en: 'What stages mean, e.g. {"Signed": "won"}.',
  fa: 'معنای مرحله‌ها، مانند {"Signed": "won"}.',
});

export const currency = text('currency', {
  en: 'Of amounts that name none, e.g. EUR.',
  fa: 'برای مبلغ‌هایی که ارز ندارند، مانند EUR.',
});

export const calendar = word('calendar', ['gregorian', 'jalali'], {
  en: 'Of days and relative periods.',
  fa: 'برای روزها و دوره‌های نسبی.',
});

export const lang = word('lang', ['en', 'fa'], { en: 'Of the words.', fa: 'زبان نوشته‌ها.' });

/** How files are read, for every tool that reads some. */
export const READING = { roles, mapping, stages, currency, calendar, lang } as const;
