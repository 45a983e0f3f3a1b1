/** Which files, and how they are to be read where that is not found by itself. */
import { z } from 'zod';
import type { Input } from '../definition.js';
import { listOf, option, pairs, plainText, text, word } from './make.js';

/** A path; whether it may be opened is looked at when it is. */
const path = () => plainText().regex(/^\P{Cc}+$/u, { error: 'a file name without control characters' });

const FILES = {
  en: 'Files below the roots, relative to the first root (list_files).',
  fa: 'فایل‌های درون پوشه‌ها، نسبت به پوشه‌ی نخست (list_files).',
} as const;

export const files: Input = ({ lang, fileName }) =>
  listOf(path())
    .describe(FILES[lang])
    .transform((names) => names.map(fileName));

const FILE = {
  en: 'A file below the roots, relative to the first root (list_files).',
  fa: 'فایلی درون پوشه‌ها، نسبت به پوشه‌ی نخست (list_files).',
} as const;

export const file: Input = ({ lang, fileName }) =>
  path()
    .describe(FILE[lang])
    .transform((name) => [fileName(name)]);

export const filesIfAny: Input = (tools) => (files(tools) as z.ZodType<readonly string[]>).optional();

const ROLES = ['deals', 'customers', 'leads', 'orders', 'subscriptions', 'history', 'lookup'] as const;

const ROLES_TEXT = {
  en: 'Files whose role is not found by itself, by role; not repeated in files.',
  fa: 'فایل‌هایی که نقششان خودبه‌خود پیدا نمی‌شود، به تفکیک نقش؛ در files تکرار نمی‌شوند.',
} as const;

export const roles: Input = ({ lang, fileName }) =>
  z
    .partialRecord(z.enum(ROLES), listOf(path()))
    .describe(ROLES_TEXT[lang])
    .transform((named) => ROLES.flatMap((role) => (named[role] ?? []).flatMap((name) => option(role, fileName(name)))))
    .optional();

export const mapping = pairs('map', plainText, {
  en: 'Column of a field that was not found, e.g. {"amount": "Deal value"}; first ask inspect.',
  fa: 'ستون فیلدی که پیدا نشد، مانند {"amount": "Deal value"}؛ نخست inspect را ببینید.',
});

export const stages = pairs('stage', () => z.enum(['won', 'lost', 'open', 'excluded']), {
  en: 'What a stage means where that was not understood, e.g. {"Signed": "won"}.',
  fa: 'معنای مرحله‌ای که فهمیده نشد، مانند {"Signed": "won"}.',
});

export const currency = text('currency', {
  en: 'Currency of amounts that name none, e.g. EUR.',
  fa: 'ارز مبلغ‌هایی که ارز ندارند، مانند EUR.',
});

export const calendar = word('calendar', ['gregorian', 'jalali'], {
  en: 'Calendar of days and relative periods.',
  fa: 'تقویم روزها و دوره‌های نسبی.',
});

export const lang = word('lang', ['en', 'fa'], { en: 'Language of the words.', fa: 'زبان نوشته‌ها.' });

/** How files are read, for every tool that reads some. */
export const READING = { roles, mapping, stages, currency, calendar, lang } as const;
