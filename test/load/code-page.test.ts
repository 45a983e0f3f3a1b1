import { describe, expect, it } from 'vitest';
import { guessCodePage } from '../../src/load/code-page.js';
import { createDecoder } from '../../src/load/decode.js';
import { cpuTime } from '../support/cpu-time.js';
import { encoded } from '../support/encode.js';

/** Invented exports, and the encodings that programs of their countries write. */
const TEXTS: readonly (readonly [language: string, pages: readonly string[], text: string])[] = [
  [
    'Polish',
    ['windows-1250', 'iso-8859-2', 'cp852'],
    'Nazwa szansy,Wartość,Etap,Data zamknięcia,Właściciel\nDostawa maszyn,12000,Wygrana,2024-03-01,Łukasz Wiśniewski\nUsługi księgowe,800,Przegrana,2024-04-02,Małgorzata Dąbrowska\n',
  ],
  [
    'Czech',
    ['windows-1250', 'iso-8859-2', 'cp852'],
    'Název obchodu,Částka,Fáze,Datum uzavření,Vlastník\nDodávka strojů,12000,Vyhráno,2024-03-01,Jiří Dvořák\nÚčetní služby,800,Prohráno,2024-04-02,Tomáš Růžička\n',
  ],
  [
    'Hungarian',
    ['windows-1250', 'iso-8859-2', 'cp852'],
    'Üzlet neve,Összeg,Szakasz,Zárás dátuma,Tulajdonos\nGépek,12000,Megnyert,2024-03-01,Erdős Gábor\nKönyvelés,800,Elveszett,2024-04-02,Szűcs Győző\n',
  ],
  [
    'Croatian',
    ['windows-1250', 'iso-8859-2', 'cp852'],
    'Naziv posla,Iznos,Faza,Datum zatvaranja,Vlasnik\nStrojevi,12000,Dobiveno,2024-03-01,Željko Kovač\nRačunovodstvo,800,Izgubljeno,2024-04-02,Ivana Šarić\n',
  ],
  [
    'Romanian',
    ['windows-1250'],
    'Nume afacere,Sumă,Etapă,Data închiderii,Responsabil\nUtilaje,12000,Câştigat,2024-03-01,Bogdan Mureşan\nConsultanţă,800,Pierdut,2024-04-02,Ioana Bănică\n',
  ],
  [
    'German',
    ['windows-1252', 'macintosh', 'cp850', 'cp437'],
    'Geschäft,Betrag,Phase,Abschlußdatum,Zuständig\nMaschinen,12000,Gewonnen,2024-03-01,Jürgen Müller\nLöhne,800,Verloren,2024-04-02,Jörg Weiß\n',
  ],
  [
    'French',
    ['windows-1252', 'macintosh', 'cp850', 'cp437'],
    'Affaire,Montant,Étape,Date de clôture,Propriétaire\nMachines,12000,Gagnée,2024-03-01,Hélène Lefèvre\nComptabilité,800,Perdue,2024-04-02,François Gérard\n',
  ],
  [
    'Spanish',
    ['windows-1252', 'macintosh', 'cp850', 'cp437'],
    'Negocio,Importe,Etapa,Fecha de creación,Dueño\nMáquinas,12000,Ganada,2024-03-01,José Muñoz\nGestión,800,Perdida,2024-04-02,Begoña Ibáñez\n',
  ],
  [
    'Portuguese',
    ['windows-1252', 'macintosh', 'cp850'],
    'Negócio,Valor,Estágio,Data de criação,Responsável\nMáquinas,12000,Ganho,2024-03-01,João Gonçalves\nGestão,800,Perdido,2024-04-02,Conceição Simões\n',
  ],
  [
    'Swedish',
    ['windows-1252', 'macintosh', 'cp850', 'cp437'],
    'Affär,Belopp,Steg,Avslutsdatum,Ägare\nMaskiner,12000,Vunnen,2024-03-01,Åsa Sjöberg\nTjänst,800,Förlorad,2024-04-02,Göran Lindström\n',
  ],
  [
    'Danish',
    ['windows-1252', 'macintosh', 'cp850'],
    'Navn,Beløb,Fase,Lukkedato,Ejer\nMaskiner,12000,Vundet,2024-03-01,Søren Kjær\nRådgivning,800,Tabt,2024-04-02,Åse Ørsted\n',
  ],
  [
    'Italian',
    ['windows-1252', 'macintosh', 'cp850', 'cp437'],
    'Trattativa,Importo,Fase,Data chiusura,Città\nMacchine,12000,Vinta,2024-03-01,Niccolò Baldè\nPubblicità,800,Persa,2024-04-02,Società Libertà\n',
  ],
  [
    'Turkish',
    ['windows-1254', 'cp857'],
    'Fırsat,Tutar,Aşama,Kapanış Tarihi,Sorumlu\nMakine satışı,12000,Kazanıldı,2024-03-01,Ayşe Öztürk\nDanışmanlık,800,Kaybedildi,2024-04-02,Çağrı Güneş\n',
  ],
  [
    'Lithuanian',
    ['windows-1257'],
    'Sandoris,Suma,Etapas,Užbaigimo data,Atsakingas\nĮranga,12000,Laimėta,2024-03-01,Rūta Kazlauskaitė\nApskaita,800,Prarasta,2024-04-02,Žilvinas Šimkus\n',
  ],
  [
    'Russian',
    ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'],
    'Сделка,Сумма,Этап,Дата закрытия,Ответственный\nПоставка станков,12000,Успешно реализовано,2024-03-01,Иван Петров\nБухгалтерия,800,Закрыто и не реализовано,2024-04-02,Ольга Щербакова\n',
  ],
  [
    'Russian in capitals',
    ['windows-1251'],
    'СДЕЛКА,СУММА,ЭТАП,ДАТА ЗАКРЫТИЯ\nПОСТАВКА,12000,ВЫИГРАНА,2024-03-01\nУСЛУГИ,800,ПРОИГРАНА,2024-04-02\n',
  ],
  [
    'Greek',
    ['windows-1253'],
    'Ευκαιρία,Ποσό,Στάδιο,Ημερομηνία κλεισίματος,Υπεύθυνος\nΜηχανήματα,12000,Κερδισμένη,2024-03-01,Γιώργος Παπαδόπουλος\nΛογιστικά,800,Χαμένη,2024-04-02,Ελένη Νικολάου\n',
  ],
  [
    'Hebrew',
    ['windows-1255'],
    'עסקה,סכום,שלב,תאריך סגירה,אחראי\nמכונות,12000,נסגר בהצלחה,2024-03-01,משה כהן\nשירותים,800,הפסד,2024-04-02,רחל לוי\n',
  ],
  [
    'Arabic',
    ['windows-1256'],
    'الصفقة,المبلغ,المرحلة,تاريخ الإغلاق,المسؤول\nتوريد آلات,12000,مغلقة رابحة,2024-03-01,محمد العلي\nخدمات,800,خسارة,2024-04-02,سارة حسن\n',
  ],
  [
    'Persian',
    ['windows-1256'],
    'معامله,مبلغ,مرحله,تاريخ بستن,مسئول\nفروش ماشين,12000,موفق,2024-03-01,رضا گلچين\nخدمات,800,ناموفق,2024-04-02,پروانه احمدي\n',
  ],
  [
    'Chinese',
    ['gb18030'],
    '商机名称,金额,阶段,结束日期,负责人\n机床供应,12000,赢单,2024-03-01,王伟\n财务服务,800,输单,2024-04-02,李娜\n',
  ],
  [
    'Chinese of Taiwan',
    ['big5'],
    '商機名稱,金額,階段,結束日期,負責人\n機器供應,12000,贏單,2024-03-01,陳美玲\n財務服務,800,輸單,2024-04-02,林志明\n',
  ],
  [
    'Japanese',
    ['shift_jis', 'euc-jp'],
    '商談名,金額,フェーズ,完了予定日,所有者\n機械の納入,12000,受注,2024-03-01,佐藤 健\n会計サービス,800,失注,2024-04-02,鈴木 花子\n',
  ],
  [
    'Korean',
    ['euc-kr'],
    '거래명,금액,단계,마감일,담당자\n기계 공급,12000,성사,2024-03-01,김민수\n회계 서비스,800,실패,2024-04-02,박지영\n',
  ],
  [
    'English with signs',
    ['windows-1252', 'macintosh'],
    'Deal,Amount,Stage,Close Date,Owner\nO’Brien’s “best” deal,12000,Won,2024-03-01,Ann\nIt’s on – really,800,Lost,2024-04-02,Bob\n',
  ],
  ['names of many countries', ['windows-1252'], 'id,name\n1,Müller\n2,François\n3,Muñoz\n4,João\n5,Søren\n6,Citroën\n'],
  ['one German name', ['windows-1252', 'macintosh', 'cp850'], 'id,name\n1,Müller\n2,Meier\n'],
  ['one French name', ['windows-1252', 'macintosh', 'cp850'], 'id,name\n1,René\n2,Paul\n'],
  ['Chinese, stages only', ['gb18030'], 'id,amount,stage,date\n1,5,赢单,2024-01-01\n2,6,输单,2024-01-02\n'],
  ['Korean, stages only', ['euc-kr'], 'id,amount,stage,date\n1,5,성공,2024-01-01\n2,6,실패,2024-01-02\n'],
  ['Chinese of Taiwan, stages only', ['big5'], 'id,amount,stage,date\n1,5,贏單,2024-01-01\n2,6,輸單,2024-01-02\n'],
  [
    'Japanese, few words',
    ['shift_jis', 'euc-jp'],
    'id,amount,status,date,name\n1,12000,受注,2024-03-01,山田\n2,800,失注,2024-04-02,田中\n',
  ],
  ['Polish, two names', ['windows-1250', 'iso-8859-2'], 'id,name\n1,Łukasz\n2,Świętek\n'],
  ['Czech, two names', ['windows-1250'], 'id,name\n1,Dvořák\n2,Novák\n'],
  ['Russian, two names', ['windows-1251', 'koi8-r', 'ibm866'], 'id,name\n1,Иванов\n2,Петров\n'],
];

const CASES = TEXTS.flatMap(([language, pages, text]) => pages.map((page) => [language, page, text] as const));

/** What is read of the bytes, in the encoding that they look like. */
function read(bytes: Uint8Array): { readonly text: string; readonly known: boolean } {
  const { page, known } = guessCodePage(bytes);
  return { text: createDecoder(page)(bytes, true), known };
}

function bytesOf(text: string, page: string): Buffer {
  const bytes = encoded(text, page);
  if (bytes === null) throw new Error(`${page} cannot write the text`);
  return bytes;
}

describe('a text in no UTF-8', () => {
  it.each(CASES)('is read as it was written: %s in %s', (_, page, text) => {
    expect(read(bytesOf(text, page))).toEqual({ text, known: true });
  });

  it('may have its foreign letters in one column of many', () => {
    for (const [, page, text] of CASES) {
      const rows = text.trimEnd().split('\n');
      const wide = rows.map((row) => `D-1,2024-01-01,100.50,"Open deal",${row},x@example.com,+49 30 123`).join('\r\n');
      expect(read(bytesOf(wide, page)), page).toEqual({ text: wide, known: true });
    }
  });

  it('may hold spaces between digits, signs of money and typographic signs alone', () => {
    for (const text of ['1\u00a0000,50 €', '20° and 5½', '“Big” deal – O’Neil’s', 'Acme™ ©', '£ 5']) {
      expect(read(bytesOf(text, 'windows-1252'))).toEqual({ text, known: true });
    }
    for (const text of ['Total 1\u00a0000,50', 'It’s “fine” – really']) {
      expect(read(bytesOf(text, 'macintosh'))).toEqual({ text, known: true });
    }
  });

  it('is in none that is known where nothing makes words of it', () => {
    // Thai in windows-874, and the bytes of SHA-256's constants (FIPS 180-4, 4.2.2).
    const thai = bytesOf('ชื่อดีล,จำนวนเงิน\nเครื่องจักร,100\nบริการ,200\n', 'windows-874');
    expect(guessCodePage(thai)).toEqual({ page: 'windows-1252', known: false });
    const constants = 'c28a2f98f1b7c0fbcfe9b5dba5f1923f82a4ab9cdedd80e98a9b83b9d5f7c5e1f19bc1d7c6cb';
    expect(guessCodePage(Buffer.from(constants, 'hex')).known).toBe(false);
  });

  it('that is long takes no longer than its length', () => {
    for (const piece of ['\xe9', 'a\xe9', '\x81 ', '\xff\xfe', "\x92'", '\xb0\xa1']) {
      const started = cpuTime();
      guessCodePage(Buffer.from(piece.repeat(32_000), 'latin1'));
      expect(cpuTime() - started).toBeLessThan(10_000);
    }
  });
});

// Bytes written down from the code charts of the Unicode consortium (VENDORS/MICSFT/PC and VENDORS/APPLE).
describe('the tables of DOS', () => {
  it.each([
    ['cp437', '8184949a8e8299e1a4a5', 'üäöÜÄéÖßñÑ'],
    ['cp850', '9b9db5b7c6c7d0d1e0e2e4e5', 'øØÁÀãÃðÐÓÔõÕ'],
    ['cp852', '88a5a986aba89dbda7e7', 'łąęćźĘŁŻžš'],
    ['cp858', 'd5', '€'],
    ['cp437', 'e39cab', 'π£½'],
  ])('%s', (page, hex, text) => {
    expect(createDecoder(page)(Buffer.from(hex, 'hex'), true)).toBe(text);
  });
});

describe('one short name in capitals', () => {
  it.each(['NÉX', 'ÉTÉ', 'PEÑA', 'Ñ'])('%s is read in the commonest code page', (name) => {
    const { page } = guessCodePage(Buffer.from(`id,name,stage\n1,${name},Closed Won\n`, 'latin1'));
    expect(page).toBe('windows-1252');
  });
});
