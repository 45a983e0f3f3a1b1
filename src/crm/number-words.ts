import { onDemand } from '../locale/on-demand.js';

/** Words in the comparison form of headers that tell what the numbers below them are. */

const word = (words: string): (() => RegExp) => onDemand(() => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u'));

const MONEY = word(
  'values?|amounts?|prices?|revenues?|arr|mrr|acv|tcv|gmv|nrr|totals?|sums?|sales|turnover|fees?|worth|gross|net|budget|usd|eur|' +
    'gbp|chf|betrag|wert|auftragswert|umsatz|preis|summe|volumen|montant|valeur|prix|chiffre|ca|importe|valor|precio|monto|' +
    'ingresos?|receita|preco|importo|valore|prezzo|fatturato|bedrag|waarde|prijs|omzet|kwota|wartosc|cena|castka|hodnota|' +
    'сумма|стоимость|цена|бюджет|выручка|tutar|deger|fiyat|gelir|مبلغ|ارزش|قیمت|درامد|درآمد|بودجه|المبلغ|القیمه|قیمه|سعر',
);
const MONEY_EAST = /金额|金額|价格|価格|總額|总额|収益|売上|预算|予算|[€$£₹₺₽¥]/u;
/** Counts, shares, marks, places and numbers that only name something. */
const OTHER = word(
  'ids?|identifier|guid|no|nr|num|number|nummer|numero|code|key|phone|mobile|fax|tel|telefon|zip|plz|cp|cep|postal|postcode|' +
    'year|jahr|annee|ano|anno|rok|год|month|monat|mois|mes|week|woche|day|days|tage|jours|dias|age|hours?|minutes|duration|' +
    'count|anzahl|nombre|cantidad|quantidade|quantita|aantal|qty|quantity|units?|seats?|licen[cs]es?|users|employees|' +
    'headcount|score|rank|rating|priority|probability|prob|percent|pct|rate|lat|lng|lon|latitude|longitude|row|index|' +
    'position|order|sort|version|touchpoints|calls|emails|meetings|activities|visits|sessions|clicks|шт|количество|номер|' +
    'شماره|کد|شناسه|تعداد|سال|ماه|روز|تلفن|موبایل|امتیاز|درصد|احتمال|رقم|عدد',
);

/** Whether a header's key speaks of money. */
export function speaksOfMoney(key: string): boolean {
  return MONEY().test(key) || MONEY_EAST.test(key);
}

/** Whether a header's key speaks of numbers that are no money. */
export function speaksOfOtherNumbers(key: string): boolean {
  return OTHER().test(key) || /数量|编号|番号|件数|电话|電話/u.test(key);
}
