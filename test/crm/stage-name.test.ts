import { describe, expect, it } from 'vitest';
import { stageSense } from '../../src/crm/stage-name.js';

/** Names of stages, one a line or parted by `;`. Put together from the words of each language, read by hand. */
const names = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const WON = names(`
  Ganhou; GANHOU; Ganhamos; Výhra; Gegund; Opdracht gegund; Zuschlag; Выиграли; Виграли; Kazandık; Vant
  Won; WON; Closed Won; closedwon; CLOSED_WON; Closed-Won; Closed – Won; Closed/Won; Closed (Won); 07 - Won; 6 - Closed Won
  Stage 5: Won; Stage 6 - Closed Won; [3] Won; (4) Won; A. Won; H) Closed Won; Z - Won; #7 Won; 5a. Won; VI. Won; 06_Won
  Won (100%); 100% - Won; Won - renewal; Won: upsell; Won (EMEA); Closed Won - Renewal; Pipeline A - Won; Sales: Won
  Enterprise | Won; Renewals / Won; Project Won; G. Project Won; Tender Won; Deal won; Opportunity Won; Bid won; RFP - won
  Contract Won; Order Won; Won Business; Won deal; Won Deals; Won opportunity; Won by partner; Won 2024; Won Q3
  赢单（续约）; 受注（新規）; موفق (تمدید); Chiuso positivo; Wins; Won from competitor; Won against Acme; Deal Won!; ✅ Won; 🏆 Closed Won; Partner Won; Renewal Won; Won Closed
  Sold; Deal successful; C6:WON; C10:WON; DT128_4:SUCCESS; Won Renewal; Job won; Sale won
  Gewonnen; Deal gewonnen; Auftrag gewonnen; Geschlossen - gewonnen; Abgeschlossen und gewonnen; Gewonnene Aufträge
  Gewonnener Deal; Verkauft; 5. Gewonnen; Projekt gewonnen; Ausschreibung gewonnen; Zuschlag erhalten
  Gagné; Gagnée; Affaire gagnée; Opportunité gagnée; Fermé gagné; Conclu gagné; Fermée - Gagnée; Marché remporté; Gagnées
  Ganado; Ganada; Cerrada ganada; Cierre ganado; Negocio ganado; Oportunidad ganada; Ganada por precio; Venta ganada
  Cerrado - Ganado; Ganho; Ganha; Negócio ganho; Fechado e ganho; Oportunidade ganha; Fechada - Ganha; Vendido
  Vinta; Vinto; Chiusa vinta; Chiuso - Vinto; Trattativa vinta; Opportunità vinta; Gara vinta; Vinte; 4. Vinta
  Opdracht gewonnen; Gesloten - gewonnen; Verkoopkans gewonnen; Verkocht; Verworven
  Wygrana; Wygrane; Wygrany; Szansa wygrana; Zamknięta - wygrana; Zamknięte wygrane; Przetarg wygrany
  Выиграно; Выиграна; Сделка выиграна; Закрыто и выиграно; Тендер выигран; Успешно реализовано; Сделка успешна; Продано
  Kazanıldı; KAZANILDI; Fırsat kazanıldı; Kapatıldı - Kazanıldı; İhale kazanıldı; Satıldı
  Vyhráno; Obchod vyhrán; Uzavřeno - vyhráno; Vyhráno: obnova; Vunnen; Affär vunnen; Stängd - vunnen; Vundet; Salg vundet
  Lukket - vundet; Vunnet; Lukket vunnet; Voitettu; Kauppa voitettu; Megnyert; Üzlet megnyerve; Câștigat; Oportunitate câștigată
  Κερδισμένη; Πώληση κερδισμένη; Виграно; Угода виграна; Успішно реалізовано
  赢单; 已赢单; 赢单关闭; 成交; 已成交; 5. 赢单; 受注; 受注済; 受注済み; 商談受注; 成約; クローズ（受注）; 수주; 수주 완료
  זכינו; נסגר בהצלחה; Menang; Berhasil; Thắng; Đã thắng; Thành công
  فروش انجام شد; برنده شدیم; خرید کرد; قرارداد منعقد شد; موفقیت‌آمیز; منجر به خرید; فروش نهایی شد
  برنده; برنده شد; موفق; فروش موفق; معامله موفق; بسته شده - موفق; برد; مرحله ۵: برد; فروخته شد; قرارداد برنده شد
  فوز; تم الفوز; تم الفوز بالصفقة; صفقة رابحة; مغلقة رابحة; رابحة
`);

const LOST = names(`
  منتفی; منتفی شد; کنسل; كنسل شد; انصراف داد; باختیم; عدم فروش; عدم خرید; عدم تمایل مشتری; خرید نکرد; فروخته نشد; قرارداد بسته نشد
  キャンセル; 已取消; 취소
  Perdeu; Prohra; Проиграли; Kaybettik; Refusé; Rechazado; Cancelado; Recusada; Recusado; Rejeitada; Odrzucono; Anulowano
  Odmítnuto; Zrušeno; Отклонено; Відмова; Geweigerd; Afvist; Kansellert; Non acquisita; Non aggiudicata; Nicht beauftragt
  Lost; LOST; LOSE; Closed Lost; closedlost; CLOSED_LOST; Closed/Lost; Closed (Lost); 08 - Lost; 7 - Closed Lost; Stage 6: Lost
  [4] Lost; H. Lost; L. Project Lost; (5) Lost; Z - Lost; 0% - Lost; Lost (0%); Lost - competitor; Lost: price; Closed Lost (price)
  Lost - not interested; Lost (no budget); Lost: no decision yet; Pipeline A - Lost; Sales: Lost; Tender Lost; Project Lost
  Deal lost; Opportunity Lost; Bid lost; Lost Business; Lost Deal; Lost opportunity; Lost Sale; Lost Customer; Lost order
  Lost to Acme; Lost to competition; Lost due to price; Lost on price; Lost because of timing; Closed - lost due to price
  丢单-价格; 失注（価格）; 見送り（予算）; صفقة فاشلة; ناموفق - قیمت; Lost or abandoned; Losses; Lost no budget; Lost 2023; Deal lost to Acme; ❌ Lost; Renewal Lost; Job lost; Quote lost; Deal failed; Opportunity dead
  Cancelled; Abandoned; Dead; Disqualified; Closed - Cancelled; Closed Disqualified; Dropped; C6:LOSE; C1:APOLOGY; LOSE
  Verloren; Deal verloren; Auftrag verloren; Geschlossen - verloren; Verlorene Aufträge; Verlorener Deal; Verloren an Wettbewerber
  Projekt verloren; Abgelehnt; Abgesagt; 6. Verloren
  Perdu; Perdue; Affaire perdue; Opportunité perdue; Fermé perdu; Perdu face à la concurrence; Fermée - Perdue; Perdues
  Perdido; Perdida; Cerrada perdida; Negocio perdido; Perdido por precio; Oportunidad perdida; Cerrado - Perdido
  Negócio perdido; Fechado e perdido; Oportunidade perdida; Perda
  Persa; Perso; Chiusa persa; Chiuso - Perso; Trattativa persa; Opportunità persa; Gara persa; Persa per prezzo; Sfumata persa
  Opdracht verloren; Gesloten - verloren; Afgewezen; Verworpen
  Przegrana; Przegrane; Przegrany; Szansa przegrana; Zamknięta - przegrana; Utracona; Przetarg przegrany
  Проиграно; Проиграна; Сделка проиграна; Закрыто и не реализовано; Потеряна; Перспектива потеряна; Сделка потеряна; Отказ
  Тендер проигран; Упущена
  Kaybedildi; KAYBEDİLDİ; Fırsat kaybedildi; Kapatıldı - Kaybedildi; Prohráno; Obchod prohrán; Uzavřeno - prohráno; Ztraceno
  Förlorad; Affär förlorad; Stängd - förlorad; Tabt; Salg tabt; Lukket - tabt; Tapt; Lukket tapt; Hävitty; Kauppa menetetty
  Elveszett; Elvesztett; Sikertelen; Pierdut; Oportunitate pierdută; Χαμένη; Програно; Угода програна; Втрачено
  输单; 丢单; 已丢单; 输单关闭; 失单; 6. 丢单; 失注; 失注済み; 見送り; クローズ（失注）; 실주; 수주 실패
  הפסד; Kalah; Gagal; Thua; Đã thua; Thất bại
  ناموفق; فروش ناموفق; باخت; بازنده; از دست رفته; معامله از دست رفته; از دست رفته به رقیب; بسته شده - ناموفق; از دست رفت
  خسارة; تمت الخسارة; صفقة خاسرة; مغلقة خاسرة; خاسرة
`);

const OPEN = names(`
  عقد قرارداد; ارسال پیش‌فاکتور; در حال پیگیری; در حال مذاکره
  Open; New; Proposal; 3. Negotiation; Stage 2: Demo; B. Proposal; Proposal/Quote; Negotiation / Contract; On Hold; Trattativa
  In Bearbeitung; Verhandlung; En cours; Propuesta enviada; Em andamento; Preventivo inviato; Onderhandeling; W toku
  Переговоры; В работе; Teklif gönderildi; Nabídka; Tilbud; 报价; 商务谈判; 提案; 見積; مذاکره; در حال پیگیری; تفاوض
`);

/** Nothing in the name ends a deal: open where the column's closing names are known, else unknown. */
const NOTHING = names(`
  Two Next Steps; Follow On Call; Unwon; Wonder Demo; Won back attempt; Lost and found review; Win plan; Winback; Win-back
  Won't fix; Won’t fix yet; Almost lost; Not won yet; At risk of loss; Loss analysis; Lost contact - retry; Opening round; Pilot
  Verbal yes; Nearly won; To be won; Likely won; Lost deal review; Recover lost; Revisit - Lost; Follow up lost; Re-won
  Lost customer recovery; Win/Loss review; Closing; Budget approved; NDA signed; Demo completed; Proposal delivered
  Vendor check; Gewinnchance prüfen; Ganhos e perdas; Propuesta firme; Oferta técnica; Site visit; Successful call; Nesten vunnet; At the risk of loss; 赢单率; C2:WAITING
  受注見込み; 受注確度A; 受注予定; 预计成交; 成交可能; 失注分析; Handed to delivery; Parked; Отложено
`);

/** Ends a deal, or may do: nobody guesses. */
const ASK = names(`
  계약완료; 계약 체결; نهایی شد; عدم پاسخ; 已签约; 契約済
  Closed; Close; Done; Complete; Archived; Inactive; Deal closed; Closed deal; Geschlossen; Fermé; Cerrado; Chiuso; Gesloten
  Zamknięta; Закрыто; Kapandı; Uzavřeno; Lukket; 关闭; クローズ; بسته شد; مغلقة
  Won/Lost; Won or Lost; Closed Won/Lost; Won?; Lost?; Contract signed; Signed; Vertrag unterschrieben; Отказ клиента
  Perdu de vue; Angebot abgelehnt; Kein Interesse; Cancelled by client; Rejected: budget; Lost momentum; Lost interest
  Nicht gewonnen; Closed by admin; Delivered; Invoiced; Paid; Offer accepted; Expired; Customer; Kunde; 已签约; 契約済み
  Verbal Won; Soft won; Big win; Won and invoiced; Ghosted; Auftrag erteilt; Venta realizada; 失注理由; 未成交
  Closed - see notes; لغو قرارداد; Vencida; Выдано
`);

describe('what the name of a stage says by itself', () => {
  it.each(WON)('"%s" is won', (name) => expect(stageSense(name)).toBe('won'));
  it.each(LOST)('"%s" is lost', (name) => expect(stageSense(name)).toBe('lost'));
  it.each(OPEN)('"%s" is open', (name) => expect(stageSense(name)).toBe('open'));
  it.each(NOTHING)('"%s" says nothing of an end', (name) => expect(stageSense(name)).toBe('nothing'));
  it.each(ASK)('"%s" must be asked about', (name) => expect(['closed', 'ended']).toContain(stageSense(name)));

  it('is tried on more than four hundred names', () => {
    expect([WON, LOST, OPEN, NOTHING, ASK].flat().length).toBeGreaterThan(400);
  });

  it('takes no longer for a long cell than for a short one, and says nothing of ids', () => {
    expect(stageSense(`${'x '.repeat(100_000)}won`)).toBe('nothing');
    expect(stageSense('39812771')).toBe('nothing');
  });
});
