import { defineTool } from '../definition.js';
import { filesIfAny, READING } from '../inputs/files.js';
import { plainText } from '../inputs/make.js';
import { asOf, maxRows, period, where } from '../inputs/what.js';

const ID = {
  en: 'Id of a KPI, rule, model or section of models.',
  fa: 'شناسه‌ی شاخص، قاعده، مدل یا بخشی از مدل‌ها.',
} as const;

export const explain = defineTool({
  name: 'explain',
  title: { en: 'Explain a figure', fa: 'توضیح یک عدد' },
  description: {
    en: 'Definition, formula and source of a KPI, rule or model; with files, the records counted in and left out, or the fit of the model and its assumptions.',
    fa: 'تعریف، فرمول و منبع یک شاخص، قاعده یا مدل؛ و با فایل، رکوردهایی که به حساب آمدند یا کنار ماندند، یا برازش مدل و فرض‌هایش.',
  },
  command: ['explain'],
  inputs: {
    id: ({ lang }) =>
      plainText()
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
        .describe(ID[lang])
        .transform((id) => [id]),
    files: filesIfAny,
    period,
    as_of: asOf,
    where,
    max_rows: maxRows(),
    ...READING,
  },
  narrower: { en: 'max_rows, a period, a condition', fa: 'max_rows، یک دوره، یک شرط' },
  bare: ['files', 'period', 'as_of', 'where', 'max_rows', 'roles', 'mapping', 'stages', 'currency', 'calendar'],
  document: 'explain',
});
