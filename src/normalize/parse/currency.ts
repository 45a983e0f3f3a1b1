import { foldText } from '../../locale/fold.js';
import { onDemand } from '../../locale/on-demand.js';
import { isMissing } from './text.js';

/**
 * Currencies by the texts that name them: ISO 4217 codes, signs and the words of everyday, a closed list. What is none
 * of them is no currency, whatever stands in a column of that name.
 */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD ' +
    'HNL HRK HTG HUF IDR ILS INR IQD IRR IRT ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL ' +
    'LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN ' +
    'PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD ' +
    'TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH USDT USDC'
  ).split(' '),
);

/** Codes that are words too: only a cell of a currency column, a bracket or the end of a header makes them money. */
const WORDLIKE = new Set(
  'ALL AMD ANG BAM COP CUP ERN ETH GEL GIP LAK MAD MOP NAD PAB PEN SCR SOS STN TOP TRY WST'.split(' '),
);

/** Codes that are words so often that only a cell of a currency column names them: `TOP 12` is no amount. */
const ONLY_ALONE = new Set('ANG CUP ERN ETH GIP LAK MOP NAD PAB SCR SOS STN TOP WST'.split(' '));
const IN_TEXT = new Set([...CODES].filter((code) => !ONLY_ALONE.has(code)));

/** Signs, the longer ones first. A bare `$` and `¥` are what a column or a header says, where it says anything. */
const SIGNS = onDemand((): readonly (readonly [RegExp, string])[] => [
  [/R\$/, 'BRL'],
  [/(?<![A-Z.])A(?:U|US|UD)?\$/, 'AUD'],
  [/(?<![A-Z.])(?:C|CA|CAD|CDN)\$/, 'CAD'],
  [/NZ\$/, 'NZD'],
  [/HK\$/, 'HKD'],
  [/NT\$/, 'TWD'],
  [/(?<![A-Z.])S(?:G|GD)?\$/, 'SGD'],
  [/(?:MX|MEX)\$/, 'MXN'],
  [/(?:US|U\.S\.)\s?\$|\$/, 'USD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/(?:CN|RMB)\s?[¥￥]/, 'CNY'],
  [/[¥￥]/, 'JPY'],
  [/₽/, 'RUB'],
  [/₺/, 'TRY'],
  [/₪/, 'ILS'],
  [/₩/, 'KRW'],
  [/₴/, 'UAH'],
  [/₸/, 'KZT'],
  [/₫/, 'VND'],
  [/฿/, 'THB'],
  [/₱/, 'PHP'],
  [/₦/, 'NGN'],
  [/₾/, 'GEL'],
  [/₼/, 'AZN'],
  [/zł(?:otych)?/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/(?<!\p{L})(?:руб(?:л(?:ей|я|ь|и))?|р)(?!\p{L})\.?/iu, 'RUB'],
  [/(?<!\p{L})(?:грн|гривень|гривні|гривня)(?!\p{L})\.?/iu, 'UAH'],
  [/(?<!\p{L})(?:тенге|тг)(?!\p{L})\.?/iu, 'KZT'],
  [/(?<=\d\s?)TL(?!\p{L})|(?<!\p{L})TL(?=\s?\d)/u, 'TRY'],
  [/(?<=\d\s?)(?:Ft|HUF)(?!\p{L})\.?/u, 'HUF'],
  [/(?<=\d\s?)euros?(?!\p{L})/iu, 'EUR'],
  [/(?<=\d\s?)(?:reais|real)(?!\p{L})/iu, 'BRL'],
  [/(?<=\d\s?)(?:zlotych|zloty|zl)(?!\p{L})\.?/iu, 'PLN'],
  [/(?<=\d\s?)(?:korun)(?!\p{L})|(?<=\d\s?)Kc(?!\p{L})/iu, 'CZK'],
  [/﷼|ریال|ريال/, 'IRR'],
  [/تومان|تومن/, 'IRT'],
  [/(?<=[\d千仟万萬亿億]\s?)(?:人民币|元)/, 'CNY'],
  [/(?<=[\d千万億]\s?)円/, 'JPY'],
  [/(?<=[\d천만억]\s?)원/, 'KRW'],
]);
/** What every text of ASCII has that one of them is in: to compile all of them takes V8 milliseconds. */
const MAY_HAVE_SIGN = /\$|TL|Ft|HUF|euro|reais|real|zl|koru|Kc/i;
const NOT_ASCII = /[^\0-\x7f]/;

/** The signs that a text may have. */
function signsFor(text: string): readonly (readonly [RegExp, string])[] {
  return NOT_ASCII.test(text) || MAY_HAVE_SIGN.test(text) ? SIGNS() : [];
}

/** Codes that a bare dollar or yen sign may stand for. */
const BARE = onDemand((): readonly (readonly [sign: RegExp, means: string, codes: ReadonlySet<string>])[] => [
  [
    /^[^\p{L}$]*\$[^\p{L}$]*$/u,
    'USD',
    new Set(
      'USD AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD MXN NAD NIO NZD SGD SRD TTD TWD XCD ARS UYU'.split(
        ' ',
      ),
    ),
  ],
  [/^[^\p{L}¥￥]*[¥￥][^\p{L}¥￥]*$/u, 'JPY', new Set(['JPY', 'CNY'])],
  [/^[^\p{L}£]*£[^\p{L}£]*$/u, 'GBP', new Set(['GBP', 'EGP', 'GIP', 'FKP', 'SHP', 'SYP', 'LBP'])],
]);

/** Words of a currency column, folded. What is one of several (`peso`, `krone`, `dinar`) is none. */
const WORDS = onDemand((): ReadonlyMap<string, string> => {
  const words = [
    ['EUR', 'euro|euros|evro|евро|یورو|اورو|يورو|欧元|歐元|ユーロ|유로'],
    [
      'USD',
      'dollar|dollars|us dollar|us dollars|u.s. dollar|u.s. dollars|american dollar|usa dollar|us-dollar|dolar|dolares|dolar americano|dolar abd|abd doları|abd dolari|amerikan doları|dollaro|dollari|dollar us|dollars us|dollar americain|доллар|доллары|долларов|доллар сша|دلار|دلار امریکا|دولار|دولار امريكي|دلار آمریکا|美元|美金|米ドル|ドル|달러',
    ],
    ['GBP', 'pound sterling|british pound|british pounds|sterling|pounds sterling|gb pound|uk pound|پوند|英镑|ポンド'],
    ['JPY', 'yen|japanese yen|йена|ین|日元|日圆|円'],
    ['CNY', 'yuan|chinese yuan|renminbi|rmb|юань|یوان|人民币|人民幣|元'],
    ['KRW', 'korean won|south korean won|韩元|원'],
    ['INR', 'indian rupee|indian rupees|rs. inr|روپیه هند'],
    [
      'CHF',
      'swiss franc|swiss francs|schweizer franken|franken|franc suisse|francs suisses|sfr|sfr.|fr. chf|فرانک سوئیس',
    ],
    ['PLN', 'zl|zł|złoty|złotych|złote|zloty|zlote|zlotych|polish zloty|злотый'],
    ['CZK', 'kc|koruna ceska|ceska koruna|czech koruna|czech crown'],
    ['HUF', 'ft|forint|hungarian forint'],
    ['RON', 'romanian leu|lei|leu romanesc'],
    ['RUB', 'руб|руб.|рубль|рубли|рублей|р.|российский рубль|rubel|ruble|rubles|rouble|russian ruble|روبل'],
    ['UAH', 'грн|грн.|гривна|гривня|hryvnia'],
    ['KZT', 'тенге|tenge|тг'],
    ['TRY', 'tl|türk lirası|turk lirasi|turkish lira|lira turca|турецкая лира|لیر ترکیه|لیر'],
    ['BRL', 'real|reais|real brasileiro|reais brasileiros|brazilian real'],
    ['MXN', 'peso mexicano|pesos mexicanos|mexican peso|mexican pesos|m.n.|mn'],
    ['ARS', 'peso argentino|pesos argentinos|argentine peso'],
    ['CLP', 'peso chileno|pesos chilenos|chilean peso'],
    ['COP', 'peso colombiano|pesos colombianos|colombian peso'],
    ['PHP', 'philippine peso|philippine pesos'],
    ['AED', 'درهم|درهم امارات|درهم اماراتي|dirham|dirhams|uae dirham|emirati dirham'],
    ['SAR', 'ريال سعودي|ریال سعودی|saudi riyal|saudi rial'],
    ['IRR', 'ریال|ريال|﷼|rial|rials|iranian rial|ریال ایران'],
    ['IRT', 'تومان|تومن|toman|tomans|tuman'],
    ['SEK', 'svenska kronor|swedish krona|swedish kronor|svensk krona'],
    ['NOK', 'norske kroner|norwegian krone|norsk krone'],
    ['DKK', 'danske kroner|danish krone|dansk krone'],
    ['ILS', 'shekel|shekels|israeli shekel|nis'],
    ['ZAR', 'south african rand|rand'],
    ['AUD', 'australian dollar|australian dollars|australischer dollar'],
    ['CAD', 'canadian dollar|canadian dollars|dollar canadien|dollars canadiens|kanadischer dollar'],
    ['NZD', 'new zealand dollar'],
    ['SGD', 'singapore dollar'],
    ['HKD', 'hong kong dollar|港币|港幣'],
  ] as const;
  return new Map(words.flatMap(([code, list]) => list.split('|').map((word) => [foldText(word), code] as const)));
});

/** Words that stand behind a name as its unit: none of them means anything else there (`Valor real` does). */
const UNIT_WORDS = onDemand((): ReadonlyMap<string, string> => {
  const ascii = (
    'euro=EUR euros=EUR dollar=USD dollars=USD pounds=GBP yen=JPY yuan=CNY rmb=CNY zloty=PLN zl=PLN kc=CZK руб=RUB ' +
    'рублей=RUB рублях=RUB евро=EUR долларов=USD долларах=USD грн=UAH тенге=KZT tl=TRY reais=BRL toman=IRT tomans=IRT ' +
    'rial=IRR rials=IRR'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]);
  const persian = ['یورو', 'دلار', 'پوند', 'درهم', 'تومان', 'تومن', 'ریال'].flatMap((word): [string, string][] => {
    const code = WORDS().get(foldText(word));
    return code === undefined ? [] : [[foldText(word), code]];
  });
  return new Map([...ascii, ...persian]);
});

/** Longer texts name no currency. */
const LONGEST_NAME = 60;

/** The ISO code of the currency that an amount's cell names by code or sign, or null. `kr` is three currencies: null. */
export function currencyIn(text: string): string | null {
  if (text.length > 4 * LONGEST_NAME) return null;
  for (const code of text.toUpperCase().match(/(?<![A-Z])[A-Z]{3,4}(?![A-Z])/g) ?? []) {
    if (IN_TEXT.has(code)) return code;
  }
  for (const [sign, code] of signsFor(text)) if (sign.test(text)) return code;
  return null;
}

/** Whether a cell's own sign is a bare one that other dollars (yen, pounds) are written with too. */
export function isBareSign(text: string, code: string): boolean {
  return BARE().some(([sign, means]) => means === code && sign.test(text));
}

/** Whether a code may be written with the bare sign that stands for another: `$` for Canadian dollars. */
export function sharesSign(bare: string, code: string): boolean {
  return BARE().some(([, means, codes]) => means === bare && codes.has(code));
}

/**
 * What a cell of a currency column says: a code, '' where it stands for nothing (`-`, `n/a`), undefined where it is
 * something else (`No_Invoice`, `kr`, two codes at once).
 */
export function currencyOf(cell: string): string | undefined {
  if (cell.length > LONGEST_NAME) return undefined;
  const text = foldText(cell);
  if (isMissing(text)) return '';
  const upper = text.toUpperCase();
  if (CODES.has(upper)) return upper;
  const word = WORDS().get(text);
  if (word !== undefined) return word;
  // `EUR - Euro`, `US Dollar ($)`, `€ (EUR)`: one code in capitals, else one sign, beside words.
  const codes = new Set((cell.match(/(?<![A-Za-z])[A-Z]{3,4}(?![A-Za-z])/g) ?? []).filter((code) => CODES.has(code)));
  if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined;
  const parts = text.split(/\s*[()[\],;:|/–—]\s*|\s+-\s+/).flatMap((part) => WORDS().get(part) ?? []);
  if (parts.length > 0) return new Set(parts).size === 1 ? parts[0] : undefined;
  return /^\P{L}*(?:\p{L}{1,3}\P{L}{0,2})?$/u.test(cell) ? (currencyIn(cell) ?? undefined) : undefined;
}

/** A currency that a header names. */
export interface HeaderCurrency {
  readonly code: string;
  /** By a bare sign that other currencies are written with too. */
  readonly bare: boolean;
}

/** Words of currency columns that mean something else in a header: `Valor (real)` is the actual value. */
const NOT_IN_HEADERS = new Set(['real', 'rand', 'mn', 'm.n.', 'ft', 'nis']);
/** Codes that are everyday words in headers: `Amount (all)`. */
const NEVER_IN_HEADERS = new Set(['ALL', 'TOP']);

/** The currency that an amount's header names: `amount_usd`, `Value (k€)`, `Betrag in Euro`, `مبلغ (تومان)`. */
export function currencyOfHeader(header: string): HeaderCurrency | null {
  const inBracket = /[([]\s*([^()[\]]{1,30})\s*[)\]]\s*$/.exec(header.slice(-LONGEST_NAME))?.[1]?.trim();
  if (inBracket !== undefined) {
    const named = NOT_IN_HEADERS.has(foldText(inBracket)) ? undefined : currencyOf(inBracket);
    const sure = named !== undefined && named !== '' && !NEVER_IN_HEADERS.has(named);
    if (sure) return { code: named, bare: isBareSign(inBracket, named) };
    const unit = unitIn(inBracket);
    if (unit !== null) return unit;
  }
  return unitIn(header);
}

/** A code or word for money as one of the words of a header, or a sign anywhere in it. */
function unitIn(header: string): HeaderCurrency | null {
  const words = foldText(header.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}\p{N}$€£]+/u)
    .filter((word) => word !== '');
  const named = words.map((word, at) => codeOfWord(word, at === words.length - 1 && words.length > 1));
  const code = named.find((one) => one !== null);
  if (code !== undefined && code !== null) return { code, bare: false };
  const [sign] = signsFor(header).filter(([pattern]) => pattern.test(header));
  return sign === undefined ? null : { code: sign[1], bare: BARE_IN_HEADER.test(header) };
}

const BARE_IN_HEADER = /(?<![A-Za-z.])[$¥￥£]/;

function codeOfWord(word: string, last: boolean): string | null {
  // `TEUR` and `kUSD` are thousands of them.
  for (const name of [word, word.replace(/^(?:t|k|m|mio|mn|mln)(?=\p{L}{3}$)/u, '')]) {
    const code = name.toUpperCase();
    if (CODES.has(code) && !NEVER_IN_HEADERS.has(code) && (last || !WORDLIKE.has(code))) return code;
    const unit = UNIT_WORDS().get(name);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** Takes the names of currencies out of an amount's cell. */
export function withoutCurrency(text: string): string {
  let rest = text;
  for (const [sign] of signsFor(text)) rest = rest.replace(sign, ' ');
  rest = rest.replace(/(^|[^A-Za-z])([A-Za-z]{3,4})(?![A-Za-z])/g, (all, before: string, code: string) =>
    IN_TEXT.has(code.toUpperCase()) ? before : all,
  );
  // `kr` and its plurals are three currencies.
  return rest.replace(/(^|[\s\d,-])(?:kr\.?|kronor|kroner)(?=$|[\s\d-])/gi, '$1').trim();
}
