import { defineModel } from '../definition.js';
import { IDS_LAST, SAME_SELECTION } from '../snapshot-assumptions.js';

export const dealMatching = defineModel({
  id: 'deal_matching',
  title: {
    en: 'Which deal of the older export is which of the newer one',
    fa: 'هر معامله‌ی خروجی قبلی کدام معامله‌ی خروجی تازه است',
  },
  section: 'changes',
  kpis: [],
  definition: {
    en: 'Every deal is paired with at most one of the other export: by its id; where there is none, or the files have hardly an id in common, by name and account, and by the day of creation where both tell it. Nothing is guessed: of several that look alike those stay apart of which nothing tells which is which, and their number is said.',
    fa: 'هر معامله با حداکثر یک معامله از خروجی دیگر جفت می‌شود: با شناسه؛ اگر شناسه نباشد یا دو فایل تقریباً شناسه‌ی مشترکی نداشته باشند با نام و مشتری، و با روز ایجاد اگر هر دو آن را بگویند. چیزی حدس زده نمی‌شود: از چند معامله‌ی همانند، آن‌هایی که چیزی نمی‌گوید کدام کدام است جدا می‌مانند و شمارشان گفته می‌شود.',
  },
  formulas: [
    { of: { en: 'by id', fa: 'با شناسه' }, formula: 'id(a) = id(b) ∧ ¬ reused(a, b)' },
    {
      of: { en: 'an id that was used again', fa: 'شناسه‌ای که دوباره به کار رفته' },
      formula: 'reused(a, b) ⇔ |K| ≥ 2 ∧ f(a) ≠ f(b) ∀ f ∈ K',
    },
    {
      of: { en: 'by name', fa: 'با نام' },
      formula: 'N(a) = N(b) ∧ C(a) = C(b) ∧ D(a) = D(b)',
    },
    {
      of: { en: 'names instead of ids', fa: 'نام به‌جای شناسه' },
      formula: 'n_id < 0.1 · m ∧ n_name > n_id ∧ n_name ≥ 0.5 · m',
    },
  ],
  symbols: [
    {
      name: 'a',
      symbol: 'a, b',
      meaning: { en: 'a deal of the older export, and one of the newer', fa: 'معامله‌ای از خروجی قبلی، و یکی از تازه' },
    },
    {
      name: 'id',
      meaning: {
        en: 'as written, without outer spaces; one of 18 characters is that of 15 that it begins with (Salesforce writes both)',
        fa: 'چنان‌که نوشته شده، بی فاصله‌های دو سر؛ شناسه‌ی ۱۸ نویسه‌ای همان ۱۵ نویسه‌ای است که با آن آغاز می‌شود (Salesforce هر دو را می‌نویسد)',
      },
    },
    {
      name: 'K',
      meaning: {
        en: 'those of name, account and day of creation that both deals have: where two or three are known and none agrees, it is another deal under an old id. A deal that was only renamed, or only moved to another account, stays the deal it was',
        fa: 'از نام، مشتری و روز ایجاد آن‌هایی که هر دو معامله دارند: اگر دو یا سه تا معلوم باشد و هیچ‌یک یکی نباشد، معامله‌ی دیگری با شناسه‌ی قدیمی است. معامله‌ای که تنها نامش عوض شده یا تنها به مشتری دیگری رفته، همان معامله می‌ماند',
      },
    },
    {
      name: 'N',
      symbol: 'N, C, D',
      meaning: {
        en: 'name as compared (case, spaces, forms of letters and digits aside), account as companies are compared, day of creation; what one file does not tell is no part of it',
        fa: 'نام برای مقایسه (بی توجه به بزرگی حروف، فاصله‌ها و شکل حرف‌ها و رقم‌ها)، مشتری چنان‌که نام شرکت‌ها مقایسه می‌شود، روز ایجاد؛ آنچه یکی از فایل‌ها نمی‌گوید در آن نیست',
      },
    },
    {
      name: 'n_id',
      symbol: 'n_id, n_name, m',
      meaning: {
        en: 'deals paired by id, deals that names alone would pair, deals of the smaller file',
        fa: 'معامله‌های جفت‌شده با شناسه، معامله‌هایی که نام به‌تنهایی جفت می‌کند، معامله‌های فایل کوچک‌تر',
      },
    },
  ],
  parameters: [],
  source:
    'Deterministic record linkage (I. P. Fellegi and A. B. Sunter, "A theory for record linkage", Journal of the American Statistical Association 64 (1969), 1183–1210, of which only certain agreement is used); the order of facts and the shares 0.1 and 0.5 are judgements of this project',
  assumptions: [IDS_LAST, SAME_SELECTION],
  limits: [
    {
      en: 'Several deals under one id or name are told apart in this order: equal in everything read; alone in having name, account and day of creation together, then the day, then name and account, then the amount; the one that is left on both sides. What remains is counted as ambiguous, and counts as vanished and new.',
      fa: 'چند معامله با یک شناسه یا نام به این ترتیب از هم شناخته می‌شوند: یکسان در هر آنچه خوانده شده؛ تنها دارنده‌ی نام و مشتری و روز ایجاد با هم، سپس روز، سپس نام و مشتری، سپس مبلغ؛ آن یک که در هر دو سو می‌ماند. آنچه می‌ماند مبهم شمرده می‌شود و به‌عنوان ناپدیدشده و تازه به حساب می‌آید.',
    },
    {
      en: 'A deal that two records became, or that was split, is not recognised: one goes on, the other is new or has vanished.',
      fa: 'معامله‌ای که از دو رکورد یکی شده یا دو پاره شده باشد شناخته نمی‌شود: یکی ادامه می‌یابد و دیگری تازه یا ناپدیدشده است.',
    },
  ],
});
