/**
 * What the letters of a language are, so that a text can be judged: in `usual` those that are met all the time, in
 * `others` the rest. Of languages in Latin script only letters beyond ASCII count. Small letters; capitals follow.
 */
export interface Letters {
  readonly usual: string;
  readonly others?: string;
  /** Words may consist of them nearly alone: Łódź, Žďár, ışık. */
  readonly dense?: true;
}

const GERMAN: Letters = { usual: 'äöüß', others: 'éè' };
const FRENCH: Letters = { usual: 'éèêàç', others: 'ôâîëïùûœüÿæ' };
const SPANISH: Letters = { usual: 'áéíóúñ', others: 'üç' };
const PORTUGUESE: Letters = { usual: 'áãçéêíóõú', others: 'ôâàü' };
const ITALIAN: Letters = { usual: 'àèéìòù' };
const NORDIC: Letters = { usual: 'åäöøæ', others: 'éü' };
const DUTCH: Letters = { usual: 'ë', others: 'ïéöüèê' };
const CATALAN: Letters = { usual: 'àçèéíóú', others: 'ïòü' };
const ICELANDIC: Letters = { usual: 'áéíóúæö', others: 'ðþý' };
const ESTONIAN: Letters = { usual: 'äöü', others: 'õšž' };
const POLISH: Letters = { usual: 'ąćęłńóśźż', dense: true };
const CZECH: Letters = { usual: 'áčéěíňřšťúůýž', others: 'óďöü', dense: true };
const SLOVAK: Letters = { usual: 'áäčéíľňóôšťúýž', others: 'ďĺŕöü', dense: true };
const HUNGARIAN: Letters = { usual: 'áéíóöőúüű', dense: true };
const ROMANIAN: Letters = { usual: 'ăâîşţșț' };
const CROATIAN: Letters = { usual: 'čćđšž', dense: true };
const TURKISH: Letters = { usual: 'çğıöşüi̇', others: 'âîû', dense: true };
const LITHUANIAN: Letters = { usual: 'ąčęėįšųūž', dense: true };
const LATVIAN: Letters = { usual: 'āčēģīķļņšūž', dense: true };

const WESTERN = [GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, NORDIC, DUTCH, CATALAN, ICELANDIC, ESTONIAN];
const CENTRAL = [POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN, GERMAN];

/** Languages by the code page that they are written in. */
export const LATIN_LANGUAGES: Readonly<Record<string, readonly Letters[]>> = {
  'windows-1252': WESTERN,
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1254': [TURKISH, GERMAN, FRENCH],
  'windows-1257': [LITHUANIAN, LATVIAN, ESTONIAN],
  macintosh: WESTERN,
  cp850: WESTERN,
  cp437: [GERMAN, FRENCH, SPANISH, ITALIAN, NORDIC],
  cp852: CENTRAL,
  cp857: [TURKISH],
};

/** A script that has all its letters beyond ASCII. */
export interface Script extends Letters {
  /** Of a whole word. */
  readonly word: RegExp;
  /** Words of one letter. */
  readonly single?: string;
  /** What hardly any word has. */
  readonly unlikely?: RegExp;
}

const CYRILLIC: Script = {
  word: /^\p{Script=Cyrillic}+$/u,
  usual: 'оеаинтсрвлкмдпу',
  others: 'яыьгзбчйхжшюії',
  single: 'авикосуяіжбз',
  unlikely: /[бвгджзклмнпрстфхцчшщ]й|^[ыьъй]|[аеёиоуыэюяйьъ][ьъ]/iu,
};
const GREEK: Script = {
  word: /^\p{Script=Greek}+$/u,
  usual: 'αοιετσνηυρπκμλςάέήίόύώ',
  others: 'ωγδθχφβ',
  single: 'ηοω',
};
const HEBREW: Script = {
  word: /^[\p{Script=Hebrew}\p{M}]+$/u,
  usual: 'יוהלארבתשמםנ',
  others: 'ןדקחעפגכטסצז',
};
const ARABIC: Script = {
  word: /^[\p{Script=Arabic}\p{M}\u0640]+$/u,
  usual: 'اليینموردتبهةسكکع',
  others: 'شفقحجخطصزپگچأإآىئ',
  single: 'و',
};

/** Scripts by the code page that they are written in. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  'windows-1251': CYRILLIC,
  'koi8-r': CYRILLIC,
  ibm866: CYRILLIC,
  'x-mac-cyrillic': CYRILLIC,
  'iso-8859-5': CYRILLIC,
  'windows-1253': GREEK,
  'windows-1255': HEBREW,
  'windows-1256': ARABIC,
};

/** What tells East Asian encodings apart, all of which give some text. */
export interface EastAsian {
  /** Characters that the language is full of. */
  readonly full: RegExp;
  /** What one of them says for the language: the less, the more of them another encoding has in their place. */
  readonly fullness: number;
  /** Characters that it does not use, though the encoding has them. */
  readonly foreign: RegExp;
  /** Characters of names, firms and exports, which are met in every file. */
  readonly known: ReadonlySet<string>;
  /** First bytes of the characters that are in use; behind them stand rare ones. */
  readonly leads: readonly (readonly [from: number, to: number])[];
}

const KANA = /[\u3041-\u3096\u30a1-\u30fc]/u;
const HANGUL = /[\uac00-\ud7a3]/u;
const NOTHING = /(?!)/u;
const JAPANESE = new Set(
  '株式会社有限商談金額顧客名担当者日付受注失注完了契約取引先売上営業進行中予定電話住所会員番号作成更新状態段階東京大阪田中山本佐藤鈴木高橋渡辺伊小林加吉井川村松清水件案見積提理由部長円年月機械設備初回訪問交渉提供製造産業販店舗部品開発企画管理総務経理課代表様御',
);
const SIMPLIFIED = new Set(
  '公司有限的客户名称金额阶段赢单输单日期负责人状态商机合同创建成交时间编号联系电话销售业务进行中已完关闭预计类型来源备注行业地区省市北京上海广州深圳科技贸易股份集团工程张王李赵陈刘杨黄周吴徐孙马朱胡林何高郭元年月',
);
const TRADITIONAL = new Set(
  '公司有限的客戶名稱金額階段贏單輸單日期負責人狀態商機合約建立成交時間編號聯絡電話銷售業務進行中已完關閉預計類型來源備註行業地區縣市台北臺灣新竹科技貿易股份集團工程張王李趙陳劉楊黃周吳徐孫馬朱胡林何高郭元年月',
);
const KOREAN = new Set(
  '주식회사이름금액단계성공실패진행고객담당자날짜상태완료거래영업계약김박최정강조윤장임한오서신권황안송전홍일수기업명생종제품매출예상마감부서울산대구인천광원년월중업체번호유형등록다가은는을를에의로와과도지시',
);

export const EAST_ASIAN: Readonly<Record<string, EastAsian>> = {
  gb18030: { full: NOTHING, fullness: 0, foreign: KANA, known: SIMPLIFIED, leads: [[0xb0, 0xd7]] },
  shift_jis: { full: KANA, fullness: 1.8, foreign: HANGUL, known: JAPANESE, leads: [[0x88, 0x97]] },
  'euc-jp': { full: KANA, fullness: 1.8, foreign: HANGUL, known: JAPANESE, leads: [[0xb0, 0xcf]] },
  'euc-kr': { full: HANGUL, fullness: 1.4, foreign: KANA, known: KOREAN, leads: [] },
  big5: { full: NOTHING, fullness: 0, foreign: KANA, known: TRADITIONAL, leads: [[0xa4, 0xc6]] },
};
