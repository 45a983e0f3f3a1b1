import { defineModel } from '../definition.js';
import { IDS_LAST, SAME_SELECTION } from '../snapshot-assumptions.js';

export const dealClasses = defineModel({
  id: 'deal_classes',
  title: { en: 'What became of each deal', fa: 'هر معامله چه شد' },
  section: 'changes',
  kpis: [],
  definition: {
    en: 'Every deal of either export is in exactly one class. What it was and is (open, closed, left out, or not in the file) decides first; a deal that is open in both is in the first class of the list that is true of it, so that a deal that grew and slipped has grown. Its moves are told besides: they overlap.',
    fa: 'هر معامله‌ی هر یک از دو خروجی در دقیقاً یک دسته است. نخست این تعیین می‌کند که چه بود و چه هست (باز، بسته، به‌حساب‌نیامده، یا نه در فایل)؛ معامله‌ای که در هر دو باز است در نخستین دسته‌ی فهرست است که درباره‌اش درست باشد، پس آن که هم بزرگ‌تر شده و هم عقب افتاده بزرگ‌ترشده است. جابه‌جایی‌هایش جداگانه گفته می‌شود: آن‌ها هم‌پوشانی دارند.',
  },
  formulas: [
    { of: { en: 'its class', fa: 'دسته‌ی آن' }, formula: 'C(d) = min { c : c(d) }' },
    { of: { en: 'every deal once', fa: 'هر معامله یک بار' }, formula: 'Σ_c n(c) = n_old + n_new − n_both' },
  ],
  symbols: [
    {
      name: 'd',
      symbol: 'd, c',
      meaning: {
        en: 'a deal as both exports have it, and a class, in the order in which they follow here',
        fa: 'معامله چنان‌که در هر دو خروجی است، و دسته، به ترتیبی که در زیر می‌آید',
      },
    },
    {
      name: 'new',
      meaning: {
        en: 'only in the newer export, and open',
        fa: 'تنها در خروجی تازه، و باز',
      },
    },
    {
      name: 'new_won',
      symbol: 'new_won, new_lost',
      meaning: {
        en: 'only in the newer export, and closed there already: it came and went between the two',
        fa: 'تنها در خروجی تازه، و همان‌جا بسته: میان دو خروجی آمده و رفته است',
      },
    },
    {
      name: 'won',
      symbol: 'won, lost',
      meaning: { en: 'open before, closed now', fa: 'پیش‌تر باز، اکنون بسته' },
    },
    { name: 'reopened', meaning: { en: 'closed before, open now', fa: 'پیش‌تر بسته، اکنون باز' } },
    {
      name: 'vanished',
      meaning: {
        en: 'open before, not in the newer export: deleted, merged, or left out by its filter',
        fa: 'پیش‌تر باز، در خروجی تازه نیست: حذف یا ادغام شده، یا صافی خروجی کنارش گذاشته است',
      },
    },
    {
      name: 'set_aside',
      symbol: 'set_aside, taken_back',
      meaning: {
        en: 'open before and in a stage that is left out now, and the other way round',
        fa: 'پیش‌تر باز و اکنون در مرحله‌ای که به حساب نمی‌آید، و برعکس',
      },
    },
    {
      name: 'currency_changed',
      meaning: {
        en: 'open in both, its amount in another currency',
        fa: 'در هر دو باز، با مبلغی به ارز دیگر',
      },
    },
    {
      name: 'priced',
      symbol: 'priced, unpriced',
      meaning: {
        en: 'open in both; its amount appeared, or was removed',
        fa: 'در هر دو باز؛ مبلغش نوشته شده، یا برداشته شده است',
      },
    },
    {
      name: 'grown',
      symbol: 'grown, shrunk',
      meaning: { en: 'open in both, its amount is more, or less', fa: 'در هر دو باز، با مبلغ بیشتر یا کمتر' },
    },
    {
      name: 'slipped',
      symbol: 'slipped, pulled_in',
      meaning: {
        en: 'open in both, the same amount, expected to close later, or earlier',
        fa: 'در هر دو باز، با همان مبلغ، با تاریخ بسته شدن دیرتر یا زودتر',
      },
    },
    {
      name: 'advanced',
      symbol: 'advanced, moved_back',
      meaning: {
        en: 'open in both, the same amount and date, in a later or an earlier stage of the same pipeline',
        fa: 'در هر دو باز، با همان مبلغ و تاریخ، در مرحله‌ای بعدی یا قبلی از همان پایپ‌لاین',
      },
    },
    {
      name: 'stage_changed',
      meaning: {
        en: 'the same in a stage of which nothing tells whether it comes before or after, or of another pipeline',
        fa: 'همان، در مرحله‌ای که چیزی نمی‌گوید پیش از آن است یا پس از آن، یا از پایپ‌لاین دیگر',
      },
    },
    {
      name: 'edited',
      symbol: 'edited, unchanged',
      meaning: {
        en: 'open in both; something else that is read differs, such as the owner or the name, or nothing does. Days of the last edit, activity and stage change are not looked at',
        fa: 'در هر دو باز؛ چیز دیگری که خوانده می‌شود فرق دارد، مانند مسئول یا نام، یا هیچ چیز. روز آخرین ویرایش، فعالیت و تغییر مرحله دیده نمی‌شود',
      },
    },
    {
      name: 'outcome_changed',
      meaning: {
        en: 'closed in both, won in one and lost in the other',
        fa: 'در هر دو بسته، در یکی برنده و در دیگری ازدست‌رفته',
      },
    },
    {
      name: 'closed_edited',
      symbol: 'closed_edited, closed_unchanged',
      meaning: {
        en: 'closed in both with the same outcome; something that is read differs, or nothing does',
        fa: 'در هر دو بسته با همان نتیجه؛ چیزی که خوانده می‌شود فرق دارد، یا هیچ چیز',
      },
    },
    {
      name: 'closed_vanished',
      meaning: { en: 'closed before, not in the newer export', fa: 'پیش‌تر بسته، در خروجی تازه نیست' },
    },
    {
      name: 'excluded',
      meaning: {
        en: 'left out in both, or left out in one and closed or missing in the other',
        fa: 'در هر دو به‌حساب‌نیامده، یا در یکی به‌حساب‌نیامده و در دیگری بسته یا نه در فایل',
      },
    },
  ],
  parameters: [],
  source:
    'A judgement of this project, after the changes that sales reviews ask about (Salesforce, Pipeline Inspection, 2021: new, increased, decreased, moved in, moved out, closed won, closed lost)',
  assumptions: [
    IDS_LAST,
    SAME_SELECTION,
    {
      id: 'same_stages',
      text: {
        en: 'A stage means the same in both exports: open, won, lost, or left out.',
        fa: 'هر مرحله در هر دو خروجی یک معنا دارد: باز، برنده، ازدست‌رفته یا به‌حساب‌نیامده.',
      },
      otherwise: {
        en: 'After stages were renamed deals seem to be set aside or to come back; --stage says what each means.',
        fa: 'پس از تغییر نام مرحله‌ها، معامله‌ها کنارگذاشته یا بازگردانده می‌نمایند؛ --stage می‌گوید هر یک چه معنا دارد.',
      },
    },
  ],
  limits: [
    {
      en: 'What happened and was undone between two exports is not seen: a deal that was lost and reopened in the same week is unchanged. More exports show more.',
      fa: 'آنچه میان دو خروجی رخ داده و برگشته دیده نمی‌شود: معامله‌ای که در یک هفته ازدست‌رفته و دوباره باز شده بی‌تغییر است. خروجی‌های بیشتر بیشتر نشان می‌دهند.',
    },
    {
      en: 'Of a column that one of the exports lacks no change is told: without amounts nothing grows, without expected close dates nothing slips, without stages nothing advances.',
      fa: 'از ستونی که یکی از خروجی‌ها ندارد تغییری گفته نمی‌شود: بی مبلغ چیزی بزرگ‌تر نمی‌شود، بی تاریخ بسته شدن چیزی عقب نمی‌افتد و بی مرحله چیزی پیش نمی‌رود.',
    },
  ],
});
