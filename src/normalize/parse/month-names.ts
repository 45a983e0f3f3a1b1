import { foldText } from '../../locale/fold.js';

/** Month names as exports write them. Each list is January … December (Jalali: Farvardin … Esfand). */
const GREGORIAN: readonly string[] = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'jan feb mrz apr mai jun jul aug sep okt nov dez',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'janv fevr mars avr mai juin juil aout sept oct nov dec',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago sep oct nov dic',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  'ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım aralık',
  'oca sub mar nis may haz tem agu eyl eki kas ara',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'янв фев мар апр май июн июл авг сен окт ноя дек',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
  'led úno bře dub kvě čvn čvc srp zář říj lis pro',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
  'січ лют бер кві тра чер лип сер вер жов лис гру',
  'januar februar marts april maj juni juli august september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar mars april mai juni juli august september oktober november desember',
  'jan feb mar apr mai jun jul aug sep okt nov des',
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
];
const JALALI: readonly string[] = [
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand',
];

interface Month {
  readonly month: number;
  readonly calendar: 'gregorian' | 'jalali';
}

const MONTHS = new Map<string, Month>();
for (const [lists, calendar] of [
  [GREGORIAN, 'gregorian'],
  [JALALI, 'jalali'],
] as const) {
  for (const list of lists) {
    list.split(' ').forEach((name, index) => {
      const key = foldText(name);
      if (!MONTHS.has(key)) MONTHS.set(key, { month: index + 1, calendar });
    });
  }
}

/** The month that a name stands for, in any of the languages, or null. */
export function monthOf(name: string): Month | null {
  const key = foldText(name).replace(/\.$/, '');
  return MONTHS.get(key) ?? (key === 'sept' ? { month: 9, calendar: 'gregorian' } : null);
}
