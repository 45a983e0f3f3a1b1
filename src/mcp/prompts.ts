/** Questions that a client offers its user: each tells the assistant which tools answer it. */
import type { Lang, Phrase, Text } from '../locale/text.js';

type Values = Readonly<Record<string, string | undefined>>;

export interface PromptDefinition {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly arguments: readonly { readonly name: string; readonly description: Text; readonly required: boolean }[];
  readonly text: Phrase<Values>;
}

export const PROMPTS: readonly PromptDefinition[] = [
  {
    name: 'weekly_review',
    title: { en: 'Weekly review', fa: 'مرور هفتگی' },
    description: {
      en: 'What happened last week, what needs attention, whether the data can be trusted.',
      fa: 'هفته‌ی گذشته چه شد، چه چیزی توجه می‌خواهد، و آیا داده قابل اعتماد است.',
    },
    arguments: [{ name: 'file', description: { en: 'The export', fa: 'خروجی CRM' }, required: true }],
    text: {
      en: ({ file }) =>
        `Review last week from ${file}: call report with period last-week and sections insights and actions, check, and deals with which stalled. Say what was won against the week before and whether the change is significant, which deals need somebody today, and what of the data to mend first. Quote figures, compute none.`,
      fa: ({ file }) =>
        `هفته‌ی گذشته را از ${file} مرور کن: report با period برابر last-week و بخش‌های insights و actions، سپس check و deals با which برابر stalled را بخواه. بگو چه اندازه برنده شد در برابر هفته‌ی پیش و آیا تغییر معنادار است، امروز کدام معامله‌ها رسیدگی می‌خواهند، و از داده‌ها نخست چه چیزی درست شود. عددها را نقل کن و چیزی حساب نکن.`,
    },
  },
  {
    name: 'what_changed',
    title: { en: 'What changed', fa: 'چه چیزی تغییر کرد' },
    description: {
      en: 'What changed between two exports of the deals, and why.',
      fa: 'میان دو خروجی معامله‌ها چه چیزی تغییر کرد و چرا.',
    },
    arguments: [
      { name: 'older', description: { en: 'The older export', fa: 'خروجی قدیم' }, required: true },
      { name: 'newer', description: { en: 'The newer export', fa: 'خروجی جدید' }, required: true },
    ],
    text: {
      en: ({ older, newer }) =>
        `Call compare with the files ${older} and ${newer}. Tell how the open pipeline came from its start to its end, step by step, what was won and lost, which deals slipped and by how much, and why figures changed as the document says it. Say each warning. Quote figures, compute none.`,
      fa: ({ older, newer }) =>
        `compare را با فایل‌های ${older} و ${newer} بخواه. بگو پایپ‌لاین باز چگونه گام به گام از آغاز به پایان رسید، چه برنده و چه ازدست‌رفته است، کدام معامله‌ها عقب افتادند و چه اندازه، و چرا عددها چنان که سند می‌گوید تغییر کردند. هر هشدار را بگو. عددها را نقل کن و چیزی حساب نکن.`,
    },
  },
];

/** The message of a prompt. */
export function promptText({ text }: PromptDefinition, values: Values, lang: Lang): string {
  return text[lang](values);
}
