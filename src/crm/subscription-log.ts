import type { SubscriptionFieldName } from '../model/fields.js';
import { headerKey } from './header.js';

/** Names of days, and the same with the time zone that billing systems write behind them: `Canceled At (UTC)`. */
function inZones(names: readonly string[]): readonly string[] {
  return [...names, ...names.filter((name) => /^[a-z ]+$/.test(name)).map((name) => `${name} utc`)];
}

/** Names of the columns of subscriptions, as billing systems and spreadsheets print them, best first. */
export const SUBSCRIPTION_ALIASES: { readonly [F in SubscriptionFieldName]: readonly string[] } = {
  id: [
    ...['subscription id', 'subscription no', 'subscription number', 'subscription code', 'subscription key', 'sub id'],
    ...['subscription', 'subscription name', 'membership id', 'membership no', 'membership number', 'contract id'],
    ...['contract no', 'contract number', 'agreement id', 'id', 'record id', 'abo id', 'abo nr', 'abonummer'],
    ...['abonnement id', 'abonnement nr', 'id abonnement', 'numero abonnement', 'vertragsnummer', 'vertrag id'],
    ...['id suscripcion', 'numero de suscripcion', 'id assinatura', 'numero da assinatura', 'id abbonamento'],
    ...['numero abbonamento', 'abonnementsnummer', 'id subskrypcji', 'abonelik id', 'abonelik no', 'id подписки'],
    ...[
      'شناسه اشتراک',
      'کد اشتراک',
      'شماره اشتراک',
      'شماره قرارداد',
      '订阅编号',
      '订阅id',
      '契約番号',
      'サブスクリプションid',
    ],
  ],
  customer: [
    ...['customer name', 'client name', 'account name', 'company name', 'organization name', 'organisation name'],
    ...['subscriber name', 'member name', 'customer', 'client', 'account', 'company', 'organization', 'organisation'],
    ...['subscriber', 'member', 'customer email', 'customer e mail', 'subscriber email', 'user name', 'email'],
    ...['kunde', 'kundenname', 'firma', 'client nom', 'nom du client', 'nom client', 'societe', 'cliente'],
    ...['nombre del cliente', 'nombre cliente', 'empresa', 'nome do cliente', 'nome cliente', 'azienda', 'klant'],
    ...[
      'klantnaam',
      'bedrijf',
      'klient',
      'nazwa klienta',
      'musteri',
      'musteri adi',
      'müşteri adı',
      'клиент',
      'название клиента',
    ],
    ...['نام مشتری', 'مشتری', 'نام شرکت', 'شرکت', 'مشترک', 'نام مشترک', '客户', '客户名称', '顧客名', '顧客', '会社名'],
  ],
  customer_id: [
    ...['customer id', 'customer no', 'customer number', 'customer code', 'customer ref', 'client id', 'client no'],
    ...['account id', 'account no', 'account number', 'company id', 'organization id', 'organisation id'],
    ...['subscriber id', 'member id', 'user id', 'tenant id', 'workspace id', 'kunden id', 'kundennummer', 'kunden nr'],
    ...['id client', 'numero client', 'code client', 'id cliente', 'codigo cliente', 'codigo do cliente'],
    ...['codice cliente', 'klantnummer', 'klant id', 'id klienta', 'numer klienta', 'musteri id', 'musteri no'],
    ...[
      'id клиента',
      'код клиента',
      'شناسه مشتری',
      'کد مشتری',
      'شماره مشتری',
      'کد مشترک',
      '客户编号',
      '客户id',
      '顧客id',
    ],
    '顧客番号',
  ],
  plan: [
    ...['plan', 'plan name', 'plan id', 'plan code', 'subscription plan', 'subscription type', 'pricing plan'],
    ...['price plan', 'tier', 'package', 'package name', 'membership type', 'product', 'product name', 'tarif'],
    ...['paket', 'produkt', 'offre', 'formule', 'forfait', 'produit', 'plan de suscripcion', 'producto', 'plano'],
    ...['pacote', 'produto', 'piano', 'prodotto', 'pakket', 'taryfa', 'pakiet', 'тариф', 'план', 'пакет', 'پلن', 'طرح'],
    ...['نوع اشتراک', 'بسته', 'تعرفه', 'محصول', '套餐', '方案', 'プラン'],
  ],
  status: [
    ...[
      'subscription status',
      'status',
      'subscription state',
      'state',
      'membership status',
      'contract status',
      'statut',
    ],
    ...[
      'etat',
      'estado',
      'situacao',
      'stato',
      'durum',
      'статус',
      'وضعیت اشتراک',
      'وضعیت',
      '状态',
      '订阅状态',
      'ステータス',
    ],
    '状態',
  ],
  mrr: [
    ...['mrr', 'current mrr', 'mrr amount', 'monthly recurring revenue', 'monthly price', 'monthly amount'],
    ...['monthly fee', 'monthly revenue', 'monthly value', 'monthly charge', 'monthly rate', 'monthly cost'],
    ...['monthly payment', 'monthly subscription', 'monthly subscription price', 'monthly plan price', 'price monthly'],
    ...['price per month', 'amount per month', 'fee per month', 'price month', 'amount month', 'monatspreis'],
    ...['monatlicher preis', 'monatsbetrag', 'monatsgebuhr', 'monatlicher betrag', 'preis pro monat', 'prix mensuel'],
    ...['montant mensuel', 'tarif mensuel', 'abonnement mensuel', 'prix par mois', 'revenu mensuel recurrent'],
    ...[
      'precio mensual',
      'importe mensual',
      'cuota mensual',
      'mensualidad',
      'valor mensual',
      'precio por mes',
      'preco mensal',
    ],
    ...['valor mensal', 'mensalidade', 'receita mensal', 'prezzo mensile', 'canone mensile', 'importo mensile'],
    ...[
      'maandprijs',
      'maandbedrag',
      'prijs per maand',
      'cena miesieczna',
      'kwota miesieczna',
      'aylik ucret',
      'aylık ücret',
    ],
    ...[
      'aylik fiyat',
      'aylık fiyat',
      'aylik tutar',
      'aylık tutar',
      'ежемесячная плата',
      'месячная плата',
      'цена в месяц',
      'مبلغ ماهانه',
    ],
    ...['قیمت ماهانه', 'هزینه ماهانه', 'مبلغ ماهیانه', 'حق اشتراک ماهانه', 'درآمد ماهانه', '月费', '月額', '月額料金'],
    '每月金额',
  ],
  arr: [
    ...['arr', 'current arr', 'annual recurring revenue', 'annual price', 'yearly price', 'annual amount'],
    ...['yearly amount', 'annual fee', 'yearly fee', 'acv'],
    ...['annual contract value', 'annualized value', 'annualised value', 'price per year', 'amount per year'],
    ...['price yearly', 'annual subscription price', 'jahrespreis', 'jahresbetrag', 'jahresgebuhr', 'preis pro jahr'],
    ...['prix annuel', 'montant annuel', 'tarif annuel', 'precio anual', 'importe anual', 'cuota anual', 'valor anual'],
    ...['preco anual', 'anuidade', 'prezzo annuale', 'canone annuo', 'canone annuale', 'importo annuo', 'jaarprijs'],
    ...[
      'jaarbedrag',
      'cena roczna',
      'kwota roczna',
      'yillik ucret',
      'yıllık ücret',
      'yillik fiyat',
      'yıllık fiyat',
      'годовая плата',
      'مبلغ سالانه',
    ],
    ...['قیمت سالانه', 'هزینه سالانه', 'حق اشتراک سالانه', '年费', '年額', '年額料金'],
  ],
  amount: [
    ...['subscription price', 'subscription amount', 'subscription fee', 'subscription value', 'plan price'],
    ...['plan amount', 'recurring amount', 'recurring price', 'recurring charge', 'recurring fee', 'recurring revenue'],
    ...['billing amount', 'price', 'amount', 'fee', 'rate', 'charge', 'quarterly price', 'quarterly amount'],
    ...['quarterly fee', 'weekly price', 'total price', 'total amount', 'total', 'value', 'revenue', 'preis', 'betrag'],
    ...['gebuhr', 'prix', 'montant', 'tarif ht', 'precio', 'importe', 'cuota', 'preco', 'valor', 'prezzo', 'importo'],
    ...['canone', 'prijs', 'bedrag', 'cena', 'kwota', 'ucret', 'fiyat', 'tutar', 'цена', 'сумма', 'стоимость'],
    ...['مبلغ اشتراک', 'حق اشتراک', 'مبلغ', 'قیمت', 'هزینه', '价格', '金额', '金額', '料金'],
  ],
  unit_price: [
    ...['price per seat', 'price per user', 'price per license', 'price per licence', 'price per unit', 'unit price'],
    ...['unit amount', 'per seat price', 'per user price', 'seat price', 'monthly price per seat'],
    ...['monthly price per user', 'monthly unit price', 'annual price per seat', 'annual price per user', 'stuckpreis'],
    ...['preis pro nutzer', 'preis pro lizenz', 'prix unitaire', 'prix par utilisateur', 'precio unitario'],
    ...['precio por usuario', 'preco unitario', 'preco por usuario', 'prezzo unitario', 'prijs per gebruiker'],
    ...['cena jednostkowa', 'birim fiyat', 'قیمت واحد', 'قیمت هر کاربر', '单价', '単価'],
  ],
  quantity: [
    ...['seats', 'number of seats', 'seat count', 'licenses', 'licences', 'number of licenses', 'users'],
    ...['number of users', 'user count', 'quantity', 'qty', 'units', 'anzahl', 'menge', 'lizenzen', 'nutzer'],
    ...['quantite', 'licences utilisateur', 'utilisateurs', 'cantidad', 'usuarios', 'licencias', 'quantidade'],
    ...['licencas', 'quantita', 'utenti', 'licenze', 'aantal', 'gebruikers', 'ilosc', 'liczba licencji', 'adet'],
    ...[
      'kullanici sayisi',
      'kullanıcı sayısı',
      'количество',
      'تعداد',
      'تعداد کاربر',
      'تعداد کاربران',
      '数量',
      '席位',
      'ユーザー数',
    ],
  ],
  interval: [
    ...[
      'billing interval',
      'billing period',
      'billing cycle',
      'billing frequency',
      'billing term',
      'billing',
      'interval',
    ],
    ...['plan interval', 'payment frequency', 'payment interval', 'payment period', 'payment cycle', 'frequency'],
    ...['recurrence', 'cadence', 'billing cadence', 'invoicing interval', 'invoice frequency', 'renewal period'],
    ...['period', 'cycle', 'abrechnungszeitraum', 'abrechnungsintervall', 'abrechnung', 'zahlungsintervall'],
    ...['zahlungsweise', 'intervall', 'periodicite', 'frequence', 'frequence de facturation', 'intervalle'],
    ...['periodicidad', 'frecuencia', 'frecuencia de pago', 'ciclo de facturacion', 'periodicidade', 'frequencia'],
    ...['ciclo', 'ciclo de cobranca', 'periodicita', 'frequenza', 'frequenza di fatturazione', 'periodiciteit'],
    ...['facturatieperiode', 'betaalperiode', 'okres rozliczeniowy', 'cykl rozliczeniowy', 'odeme periyodu'],
    ...['faturalama donemi', 'donem', 'период', 'период оплаты', 'периодичность', 'دوره پرداخت', 'دوره صورتحساب'],
    ...['بازه پرداخت', 'دوره', 'دوره اشتراک', '周期', '付款周期', '计费周期', '支払周期', '請求周期'],
  ],
  currency: [
    ...['currency', 'currency code', 'billing currency', 'wahrung', 'devise', 'moneda', 'moeda', 'valuta', 'waluta'],
    ...['para birimi', 'валюта', 'ارز', 'واحد پول', 'نوع ارز', '币种', '货币', '通貨'],
  ],
  started_at: inZones([
    ...[
      'subscription start date',
      'subscription start',
      'subscription started',
      'start date',
      'started at',
      'started on',
    ],
    ...['date started', 'start', 'started', 'start day', 'service start', 'service start date', 'contract start date'],
    ...['contract start', 'membership start', 'membership start date', 'begin date', 'begin', 'activation date'],
    ...['activated at', 'activated on', 'subscribed at', 'subscribed on', 'subscription date', 'signup date'],
    ...['sign up date', 'signed up at', 'effective date', 'valid from', 'from date', 'from', 'customer since'],
    ...['member since', 'joined at', 'join date', 'became a customer date', 'startdatum', 'beginn', 'vertragsbeginn'],
    ...['laufzeitbeginn', 'gultig ab', 'kunde seit', 'abo beginn', 'date de debut', 'date debut', 'debut'],
    ...[
      'debut du contrat',
      'client depuis',
      'fecha de inicio',
      'fecha inicio',
      'inicio',
      'fecha de alta',
      'fecha alta',
    ],
    ...[
      'cliente desde',
      'data de inicio',
      'data inicio',
      'data di inizio',
      'data inizio',
      'inizio',
      'data attivazione',
    ],
    ...['ingangsdatum', 'begindatum', 'klant sinds', 'data rozpoczecia', 'data poczatkowa', 'poczatek'],
    ...[
      'baslangic tarihi',
      'başlangıç tarihi',
      'baslangic',
      'başlangıç',
      'дата начала',
      'начало',
      'дата старта',
      'تاریخ شروع اشتراک',
      'شروع اشتراک',
    ],
    ...['تاریخ شروع', 'شروع', 'تاریخ آغاز', 'شروع قرارداد', 'تاریخ شروع قرارداد', '开始日期', '开始时间', '開始日'],
    ...['契約開始日', '利用開始日'],
  ]),
  created_at: inZones([
    'created',
    'created at',
    'created on',
    'created date',
    'creation date',
    'date created',
    'تاریخ ایجاد',
    'تاریخ ثبت',
  ]),
  churned_at: inZones([
    ...['churn date', 'churned at', 'churned on', 'churned date', 'date churned', 'churned', 'date de churn'],
    ...['fecha de churn', 'data de churn', 'data do churn', 'تاریخ ریزش', '流失日期'],
  ]),
  ended_at: inZones([
    ...['subscription end date', 'subscription end', 'subscription ended', 'end date', 'ended at', 'ended on'],
    ...[
      'date ended',
      'ended',
      'end',
      'end day',
      'service end',
      'service end date',
      'contract end date',
      'contract end',
    ],
    ...['membership end', 'membership end date', 'customer until', 'member until', 'valid to', 'valid until'],
    ...['valid through', 'to date', 'until', 'to', 'expiry date', 'expiration date', 'expires at', 'expires on'],
    ...['expired at', 'expires', 'termination date', 'terminated at', 'terminated on', 'deactivated at'],
    ...[
      'deactivation date',
      'enddatum',
      'ende',
      'vertragsende',
      'laufzeitende',
      'gultig bis',
      'abo ende',
      'ablaufdatum',
    ],
    ...['date de fin', 'date fin', 'fin', 'fin du contrat', 'fecha de fin', 'fecha fin', 'fin de contrato'],
    ...[
      'fecha de finalizacion',
      'fecha de vencimiento',
      'data de termino',
      'data fim',
      'data de fim',
      'termino',
      'fim',
    ],
    ...['data de vencimento', 'data fine', 'data di fine', 'fine', 'data scadenza', 'scadenza', 'einddatum', 'eind'],
    ...['data zakonczenia', 'data koncowa', 'koniec', 'bitis tarihi', 'bitis', 'дата окончания', 'окончание'],
    ...[
      'дата завершения',
      'تاریخ پایان اشتراک',
      'پایان اشتراک',
      'تاریخ پایان',
      'پایان',
      'تاریخ انقضا',
      'پایان قرارداد',
    ],
    ...['تاریخ پایان قرارداد', '结束日期', '结束时间', '到期日', '終了日', '契約終了日', '利用終了日'],
  ]),
  cancelled_at: inZones([
    ...['cancellation date', 'cancelled at', 'canceled at', 'cancelled on', 'canceled on', 'cancelled date'],
    ...['canceled date', 'cancel date', 'date cancelled', 'date canceled', 'cancelled', 'canceled', 'kundigungsdatum'],
    ...['gekundigt am', 'kundigung', 'gekundigt zum', 'date de resiliation', 'date d annulation', 'resilie le'],
    ...['fecha de cancelacion', 'fecha cancelacion', 'fecha de baja', 'fecha baja', 'data de cancelamento'],
    ...['data cancelamento', 'cancelado em', 'data disdetta', 'data di disdetta', 'data cessazione', 'opzegdatum'],
    ...[
      'opgezegd op',
      'data anulowania',
      'data wypowiedzenia',
      'iptal tarihi',
      'дата отмены',
      'дата отказа',
      'تاریخ لغو',
    ],
    ...['تاریخ لغو اشتراک', 'تاریخ انصراف', '取消日期', '解約日', 'キャンセル日'],
  ]),
};

/** Words that speak of nothing but subscriptions, in the name of a column. */
const SUBSCRIPTION_WORD =
  /\b(?:subscriptions?|subscribers?|subscribed|memberships?|mrr|abo|abonnements?|suscripci(?:on|ones)|assinaturas?|abbonament[oi]|subskrypcj[ai]|abonelik|подписк[аиу])\b|اشتراک|订阅|サブスク/u;

/** The commonest of the next: that one takes V8 a millisecond to be compiled. */
const COMMON_DEAL_WORD = /\b(?:deals?|stages?|opportunit(?:y|ies))\b/;
/** Words of a deal on its way: a table with one of them is no list of subscriptions, whatever else it has. */
const DEAL_WORD =
  /\b(?:deals?|opportunit(?:y|ies)|opps?|pipelines?|stages?|probability|forecast|won|lost|leads?|quotes?|verkaufschance|phase|etape|etapa|estagio|oportunidad(?:e|es)?|fase|etap|asama|firsat|сделка|этап|воронка|orders?|invoices?|rechnung|factures?|facturas?|projects?|tasks?|tickets?|campaigns?|bookings?|reservations?|appointments?|meetings?|events?|employees?)\b|معامله|فرصت|مرحله|کاریز|سفارش|فاکتور|商机|阶段|商談|フェーズ/u;
/** Words of money that is paid once, or of a whole term. */
const MONEY_WORD =
  /\b(?:amount|value|price|revenue|sales|total|cost|fee|budget|betrag|wert|preis|umsatz|montant|valeur|prix|valor|importe|precio|preco|importo|valore|prezzo|bedrag|waarde|kwota|wartosc|tutar|deger|fiyat|сумма|стоимость|цена)\b|مبلغ|ارزش|قیمت|金额|金額|价格|価格/u;
/** Days on which a deal is closed; a subscription ends. */
const CLOSING = /^(?:expected |estimated |actual |planned )?clos(?:e|ed|ing)(?: (?:date|at|on|time))?$|^closedate$/;

/** A currency, a unit or a time zone after a name, as in `Price (EUR)`, `مبلغ (تومان)` or `Canceled At (UTC)`. */
const UNIT = / (?:usd|eur|gbp|irr|irt|ریال|تومان|\$|€|£|utc|gmt)$/;

/** What the headers of a table show of subscriptions and of customers with a first and a last day. */
class Headers {
  readonly keys: ReadonlySet<string>;

  constructor(columns: readonly string[]) {
    this.keys = new Set(columns.map((column) => headerKey(column).replace(UNIT, '')));
  }

  has(...fields: readonly SubscriptionFieldName[]): boolean {
    return fields.some((field) => SUBSCRIPTION_ALIASES[field].some((name) => this.keys.has(headerKey(name))));
  }

  says(word: RegExp): boolean {
    return [...this.keys].some((key) => word.test(key));
  }

  /** A deal, an order or a task: none of these is a customer or a subscription. */
  get foreign(): boolean {
    return this.says(COMMON_DEAL_WORD) || this.says(DEAL_WORD) || this.says(CLOSING);
  }

  get customer(): boolean {
    return this.has('customer_id', 'customer');
  }

  get money(): boolean {
    return this.says(MONEY_WORD) || this.has('mrr', 'arr', 'amount', 'unit_price');
  }

  /** A number of its own beside the customer's: of a contract or a subscription. */
  get ownId(): boolean {
    return SUBSCRIPTION_ALIASES.id.some(
      (name) => name.includes(' ') && name !== 'record id' && this.keys.has(headerKey(name)),
    );
  }

  get end(): boolean {
    return this.has('ended_at', 'churned_at', 'cancelled_at');
  }
}

/**
 * Whether a table's headers are those of subscriptions: a customer, a first day, and a last day or a status, beside
 * something that only subscriptions have (their own word, a price per month or year, a plan that is billed or ends).
 * A table with a word of deals is asked for its deals first.
 */
export function looksLikeSubscriptions(columns: readonly string[]): boolean {
  const headers = new Headers(columns);
  if (headers.foreign || !headers.customer || !headers.has('started_at', 'created_at')) return false;
  const { end } = headers;
  if (!end && !headers.has('status') && !headers.has('interval')) return false;
  if (headers.says(SUBSCRIPTION_WORD) && (end || headers.has('mrr', 'arr', 'amount', 'unit_price', 'plan'))) {
    // A customers file may say since when somebody subscribes: a subscription has a price, a plan or an id of its own.
    return headers.has('mrr', 'arr', 'amount', 'unit_price', 'plan') || headers.has('id');
  }
  if (end && headers.has('mrr', 'arr')) return true;
  if (headers.has('plan') && headers.has('interval')) return true;
  if (end && headers.has('interval') && headers.has('amount')) return true;
  if (end && headers.ownId && headers.has('started_at') && !headers.money) return true;
  return end && headers.has('plan') && headers.has('started_at') && headers.has('status');
}

/**
 * Whether a table's headers are those of customers with their first and last day: the customer's own key, both days,
 * no amount and no word of deals.
 */
export function looksLikeDatedCustomers(columns: readonly string[]): boolean {
  const headers = new Headers(columns);
  return (
    !headers.foreign &&
    headers.customer &&
    headers.has('started_at') &&
    headers.end &&
    !headers.money &&
    !headers.ownId &&
    !headers.has('quantity', 'interval')
  );
}
