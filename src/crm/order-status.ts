import { foldText } from '../locale/fold.js';
import { headerKey } from './header.js';

/**
 * What the status of an order says of its sale. Words of shops and accounting systems (Shopify's financial and
 * fulfillment statuses, WooCommerce, Magento, SAP and Odoo documents, marketplaces) in the languages of their exports.
 */
export type OrderMeaning = 'sold' | 'not_sold' | 'waiting';

/** Beginnings of words that take a sale back, or say that it never was one. Folded, without accents. */
const NOT_SOLD = [
  ...['cancel', 'canceled', 'refund', 'return', 'void', 'fail', 'declin', 'reject', 'chargeback', 'charged back'],
  ...['abandon', 'trash', 'expired', 'fraud', 'denied', 'reversed', 'deleted', 'draft', 'quotation', 'undeliver'],
  ...['storn', 'abgebrochen', 'abgelehnt', 'retour', 'zuruckgesandt', 'zuruckgegeben', 'erstattet', 'ruckerstatt'],
  ...['gescheitert', 'fehlgeschlagen', 'entwurf', 'annul', 'rembours', 'refus', 'echou', 'brouillon', 'abandonn'],
  ...['anulad', 'reembols', 'devuelt', 'devoluc', 'rechazad', 'fallid', 'borrador', 'devolvid', 'recusad', 'falhou'],
  ...['falhad', 'estornad', 'rascunho', 'annullat', 'rimborsat', 'restituit', 'rifiutat', 'fallit', 'bozza'],
  ...[
    'geannuleerd',
    'terugbetaald',
    'geretourneerd',
    'mislukt',
    'geweigerd',
    'concept',
    'anulowan',
    'zwrocon',
    'zwrot',
  ],
  ...['odrzucon', 'nieudan', 'iptal', 'iade', 'reddedil', 'basarisiz', 'отмен', 'возврат', 'возвращ', 'отклон'],
  ...['аннулир', 'черновик', 'не оплачен', 'لغو', 'کنسل', 'مرجوع', 'برگشت', 'عودت', 'ناموفق', 'رد شده', 'پیش نویس'],
  ...[
    'پیش فاکتور',
    'ملغ',
    'مسترد',
    'مرتجع',
    'مرفوض',
    'فشل',
    '取消',
    '退款',
    '退货',
    '交易关闭',
    '作废',
    'キャンセル',
    '返品',
    '返金',
  ],
].map(foldText);

/** What a sale that is not paid or not sent yet is called. It counts as a sale; the report says so. */
const WAITING = [
  ...['pending', 'on hold', 'unpaid', 'awaiting', 'waiting', 'authorized', 'ausstehend', 'unbezahlt', 'wartend'],
  ...['en attente', 'impaye', 'pendiente', 'pendente', 'aguardando', 'in attesa', 'in afwachting', 'oczekuj'],
  ...['beklemede', 'odenmedi', 'ожида', 'در انتظار', 'پرداخت نشده', 'معلق', 'قید الانتظار', '待付款', '未払い'],
].map(foldText);

/** Known beginnings of what takes nothing back, though it begins like one of the words above. */
const SOLD = [
  'partially refunded',
  'partial refund',
  'no return',
  'not returned',
  'not cancel',
  'non refund',
  'no refund',
];
/** Whole values, too short to be looked for as beginnings ("reso" is in "resolved"). */
const NOT_SOLD_WHOLE = new Set(['reso', 'resa', 'rma', 'nok']);

/** What one value of an order's status says; a word that is not known takes nothing back. */
export function orderMeaning(value: string): OrderMeaning {
  const words = foldText(value)
    .replace(/^wc-/, '')
    .replace(/[_\-–—./\\()[\]:,;|]+/g, ' ')
    .trim();
  if (SOLD.some((word) => words.startsWith(word))) return 'sold';
  const begins = (known: readonly string[]): boolean =>
    known.some((word) => words.startsWith(word) || words.includes(` ${word}`));
  if (begins(WAITING)) return 'waiting';
  return NOT_SOLD_WHOLE.has(words) || begins(NOT_SOLD) ? 'not_sold' : 'sold';
}

/** Columns of an order that say what became of it, beside the one that is mapped; best names in order-log. */
const STATUS_HEADERS = new Set(
  [
    ...['order status', 'status', 'state', 'order state', 'payment status', 'financial status', 'invoice status'],
    ...['fulfillment status', 'fulfilment status', 'delivery status', 'shipping status', 'transaction status'],
    ...['bestellstatus', 'auftragsstatus', 'zahlungsstatus', 'rechnungsstatus', 'statut', 'statut commande'],
    ...['statut de la commande', 'etat de la commande', 'estado', 'estado del pedido', 'estado pedido', 'situacao'],
    ...['status do pedido', 'situacao do pedido', 'stato', 'stato ordine', 'stato dell ordine', 'orderstatus'],
    ...['bestelstatus', 'siparis durumu', 'статус', 'статус заказа', 'وضعیت', 'وضعیت سفارش', 'وضعیت فاکتور'],
    ...['وضعیت پرداخت', 'حالة الطلب', '订单状态', '注文ステータス', '注文状態'],
  ].map(headerKey),
);

/** Columns that are true, yes or dated where an order was taken back: `Returned`, `is_cancelled`, `Cancelled at`. */
const TAKEN_BACK =
  /^(?:(?:is|was|order|item) )?(?:cancell?ed|returned?|refunded|voided|storniert|annulee?|remboursee?|anulad[oa]|cancelad[oa]|devuelt[oa]|devolvid[oa]|annullat[oa]|reso|iptal|لغو شده|مرجوعی)(?: (?:at|on|date))?$/u;

/** A column that says what became of an order; a `flag` says it by being true, yes or filled. */
export interface OrderStatusColumn {
  readonly column: number;
  readonly flag: boolean;
}

/** The columns of an order log that say what became of the order. */
export function orderStatusColumns(headers: readonly string[]): OrderStatusColumn[] {
  return headers.flatMap((header, column): OrderStatusColumn[] => {
    const key = headerKey(header);
    if (STATUS_HEADERS.has(key)) return [{ column, flag: false }];
    return TAKEN_BACK.test(key) ? [{ column, flag: true }] : [];
  });
}
