/**
 * The words that a stage's name is taken apart by, in the languages we know. Each list is folded when it is read; a
 * trailing `*` stands for any ending. Whole names are in vocabulary.ts, how words stand together in stage-name.ts.
 */

const of = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words that say "won" in whatever company: participles, feminine, masculine, neuter and plural. */
export const WON_WORDS = of(`
  won closedwon
  gewonnen gewonnene gewonnener gewonnenes gewonnenen
  gagné gagnée gagnés gagnées remporté remportée remportés remportées
  ganado ganada ganados ganadas
  ganho ganha ganhos ganhas
  vinto vinta vinti vinte
  wygrana wygrane wygrany wygrano wygranych
  выиграно выиграна выигран выиграны выигранная выигранные выигранный
  виграно виграна виграний виграні
  kazanıldı kazanılan kazanılmış kazanılanlar
  vyhráno vyhraná vyhraný vyhrané vyhrána vyhrán vyhrány vyhraté vyhratá vyhratý
  vunnen vunnet vunna vunne vundet vundne vunden
  voitettu voitetut
  megnyert megnyerve megnyerte elnyert elnyerve
  câștigat câștigată câștigate câștigați castigat castigata
  κερδισμένη κερδισμένο κερδισμένες κερδισμένα κερδήθηκε
  برنده رابحة رابح مكسوبة
`);

/** Words that say "lost" in whatever company. */
export const LOST_WORDS = of(`
  lost closedlost
  verloren verlorene verlorener verlorenes verlorenen
  perdu perdue perdus perdues
  perdido perdida perdidos perdidas
  perso persa persi perse perduto perduta perduti perdute
  przegrana przegrane przegrany przegrano przegranych utracona utracone utracony utracono stracona stracone stracony
  проиграно проиграна проигран проиграны проигранная проигранные проигранный
  потеряно потеряна потерян потеряны потерянная потерянные упущена упущено упущен упущенная упущенные
  програно програна програний програні втрачено втрачена втрачений втрачені
  kaybedildi kaybedilen kaybedilmiş kaybedilenler
  prohráno prohraná prohraný prohrané prohrána prohrán prohrány prehraté prehratá prehratý ztraceno ztracená ztracený ztracené
  stratená stratené stratený
  förlorad förlorat förlorade tabt tabte tapt tapte
  hävitty hävityt menetetty menetetyt
  elveszett elvesztett elvesztve elveszítve elveszített
  pierdut pierdută pierdute pierduți
  χαμένη χαμένο χαμένες χαμένα χάθηκε
  باخته بازنده خاسرة خاسر مفقودة
`);

/** Words that say "won" alone or beside nothing but "deal" and "closed": a successful call is no won deal. */
export const WEAK_WON = of(`
  win wins success successful successfully sold
  erfolgreich verkauft réussi réussie vendu vendue exitoso exitosa éxito vendido vendida sucesso
  venduto venduta successo verkocht sukces sprzedane sprzedana успешно успешная успешна успех успешный
  продано продана успішно успішна başarılı satıldı úspěch úspěšné úspěšně såld solgt sikeres
  موفق موفقیت برد فروخته ناجحة ناجح نجاح فوز
`);

/** Words that say "lost" alone or beside nothing but "deal" and "closed". */
export const WEAK_LOST = of(`
  loss losses lose dropped
  canceled cancelled abandoned disqualified disqual rejected declined dead junk unqualified failed failure
  verlust absage abgelehnt abgesagt gescheitert storniert perte abandonnée abandonné annulée annulé refusée refusé
  pérdida cancelada cancelado rechazada rechazado descartada descartado perda recusada recusado desqualificada
  perdita annullata annullato rifiutata rifiutato scartata scartato geannuleerd afgewezen
  porażka anulowana odrzucona неудача неуспешно неуспешная провал провалена провалено отменена отменено отказ
  невдача başarısız reddedildi kayıp iptal neúspěch zamítnuto sikertelen mislykket avslått
  ناموفق باخت شکست ردشده لغوشده خسارة فشل فاشلة فاشل مرفوضة ملغاة ضائعة
`);

/** Weak words that are as sure as the strong ones where a part of a name is nothing else: `موفق (تمدید)`. */
export const SURE_ALONE = of('موفق ناموفق برد باخت فوز خسارة успешно неуспешно');

/** Words that, behind "and", belong to another thing than the deal: gains and losses. */
export const OTHER_THINGS = of('perdas perda losses verluste pertes pérdidas perdite');

/** Words that say "closed", one way or the other; beside them a word of the other lists is certain. */
export const CLOSED_WORDS = of(`
  closed close closing ended finished completed complete done
  geschlossen abgeschlossen abgeschlossene beendet fermé fermée fermés fermées clos close clôturé clôturée conclu conclue
  cerrado cerrada cerrados cerradas cierre fechado fechada fechados fechadas encerrado encerrada concluído concluída
  chiuso chiusa chiusi chiuse conclusa concluso gesloten afgesloten
  zamknięta zamknięte zamknięty zakończone zakończona закрыта закрыто закрыт закрыты завершена завершено
  закрита закрито завершено kapatıldı kapalı kapandı kapanan uzavřeno uzavřená uzavřený uzavřené uzavretá
  stängd avslutad lukket lukkede afsluttet avsluttet suljettu lezárt lezárva închis închisă κλειστή κλειστό έκλεισε
  ditutup selesai بسته شده شد مغلق مغلقة クローズ 关闭 關閉 结束 已关闭
`);

/** Words for the deal itself. */
export const DEAL_WORDS = of(`
  deal deals opportunity opportunities opp opps oppty sale sales business
  geschäft geschäfte verkauf verkäufe verkaufschance verkaufschancen chance chancen abschluss
  affaire affaires vente ventes opportunité opportunités transaction
  negocio negocios oportunidad oportunidades venta ventas
  negócio negócios oportunidade oportunidades venda vendas negociação
  trattativa trattative opportunità vendita vendite affare affari
  verkoopkans verkoopkansen kans verkoop szansa szanse sprzedaż transakcja
  сделка сделки продажа продажи угода угоди
  fırsat fırsatı satış satışı anlaşma obchod obchody příležitost příležitosti
  affär affärer salg sag kauppa kaupat üzlet afacere afaceri oportunitate πώληση συμφωνία ευκαιρία
  معامله معاملات فرصت فروش صفقة فرصة البيع الصفقة الفرصة بيع peluang penjualan
`);

/** What may stand behind "won" or "lost" without a word between: what was won, whose it was, and why it was lost. */
export const NEUTRAL_WORDS = of(`
  project projects tender tenders bid bids rfp rfq pitch order orders contract contracts client clients customer customers
  account accounts quote quotes quotation proposal proposals offer offers lead leads renewal renewals upsell upgrade
  expansion new existing repeat inbound outbound competitor competitors competition price pricing budget timing stage
  job jobs policy policies loan cases case work enquiry inquiry inquiries funding product feature features
  prospect prospects unresponsive duplicate unqualified this last q1 q2 q3 q4 fy ytd revenue smb enterprise
  partner online emea apac internal external cancelled canceled rejected
  auftrag auftrags* aufträge* kund* projekt* angebot* ausschreibung* neukund* wettbewerb* preis* konkurrenz
  client* projet* commande* contrat* appel* concurren* prix marché* devis
  proyecto* cliente* contrato* licitaci* pedido* precio competencia presupuesto
  projeto* proposta* licita* preço concorr* conta*
  progett* client* contratt* gara gare offert* ordine ordini commess* prezzo
  klant* opdracht* order* offerte* aanbested* klient* projekt* zamówien* ofert* przetarg* umowa
  клиент* проект* тендер* заказ* контракт* договор* лид* конкурент* перспектив*
  müşteri* proje* ihale* sipariş* teklif* zakázk* zákazn* nabídk* výběrov*
  kund* ordre* tilbud* anbud* kunde* tarjou* projekti*
  مشتری* پروژه* قرارداد* مناقصه* سفارش* رقیب* قیمت* بودجه مشروع* عميل* عقد* منافس* السعر
`);

/** What leads from "lost" to whom it was lost, or why, and from "won" to whom it was won from. */
export const JOINING_WORDS = of(`
  to due because by on against at in from with without for via as after through thru
  an gegen wegen durch aufgrund mit ohne bei nach face contre au aux à pour par sans chez après faute cause
  por para contra frente con sin ante tras debido com sem para per contro con senza a causa al
  aan door vanwege tegen bij z na przez bez из-за по на в от без из через через
  به برای چون توسط با بدون بسبب بدليل لصالح مع أمام إلى nedeniyle sebebiyle yüzünden
`);

/** Words that take the certainty out of a name: what stands beside them is hoped for, looked into or won back. */
export const DOUBT_WORDS = of(`
  yet almost nearly maybe perhaps possibl* likely probabl* potential* expected anticipated forecast* projected soon
  back review* analys* analyz* reason* recover* reviv* reactivat* reopen* resurrect* re risk* attempt* found contact* touch
  follow* retry revisit* nurtur* reengag* engage chase chasing plan* probability odds feedback interview survey
  debrief formerly previously verify check* confirm* pending await* waiting why half semi pre postmortem rescue* save
  call* campaign* nesten næsten nästan nasten snart kanske måske maskje lähes majdnem aproape szinte σχεδόν hampir gần learn* lesson* retarget* nearly  tbc about
  fast beinahe noch bald vielleicht wahrscheinlich* möglich* voraussichtlich* grund gründe zurück* rückgew* wieder* reaktiv*
  prüf* nachfass* analyse* risiko*
  presque bientôt encore peut raison* motif* relanc* réactiv* récup* reconq* analyse* risque*
  casi aún todavía posible* probable* razón razones motivo* recuper* reactiv* análisis riesgo*
  quase ainda possív* prováv* análise* razão reativ* risco*
  quasi ancora possib* analisi riattiv* rischio*
  bijna nog mogelijk* waarschijnlijk* reden* heractiv* terug* prawie jeszcze możliw* prawdopod* analiza powód odzysk*
  почти еще ещё возможно вероятн* скоро анализ* причин* верн* вернуть возврат* реаним* повтор* риск*
  neredeyse henüz olası muhtemel* analiz* neden* geri skoro téměř ještě možná analýza důvod*
  تقریبا هنوز احتمالا احتمال شاید تحلیل بررسی دلیل علت بازگشت* بازیابی احیا پیگیری نزدیک استعادة محتمل* اسباب
`);

/** Words that, before "won" or "lost", say that it has not happened: `To be won`, `If lost`, `À gagner`. */
export const BEFORE_DOUBT = of('to be being could may might should would will if when until till before once was');

/** Words that bind two things: behind "won" or "lost" they begin something else (`Lost and found`). */
export const AND_WORDS = of('and or vs & und oder et ou y e i и или ve veya و یا أو og och ja és');

/** Words that turn the meaning round: what is "not won" must be said. */
export const NOT_WORDS = of(`
  not never no non un anti nicht kein keine keiner nie pas jamais non não nunca nao niet geen не нет ні ne nem ikke inte
  ej ei nu değil نه غیر لم لا brak wont cant isnt wasnt dont verbal verbally soft tentatively conditionally provisional provisionally
`);
