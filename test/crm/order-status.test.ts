import { describe, expect, it } from 'vitest';
import { orderMeaning, orderStatusColumns } from '../../src/crm/order-status.js';

describe('the status of an order', () => {
  it.each(
    `Cancelled canceled CANCELLED wc-cancelled Refunded refunded voided Failed Returned Declined Rejected Draft
     Storniert Erstattet Annulée Remboursée Anulado Devuelto Cancelado Devolvido Estornado Annullato Rimborsato Reso
     Geannuleerd Anulowane İptal Отменён Возврат لغو‌شده مرجوعی ملغي 取消 キャンセル`
      .split(/\s+/)
      .concat([
        'Payment failed',
        'Order cancelled by customer',
        'Charged back',
        'payment_failed',
        'لغو شده',
        'iptal edildi',
      ]),
  )('%s takes the sale back', (value) => {
    expect(orderMeaning(value)).toBe('not_sold');
  });

  it.each([
    ...['Completed', 'paid', 'wc-completed', 'Shipped', 'Delivered', 'processing', 'fulfilled', 'Invoiced', 'Closed'],
    ...['bezahlt', 'versandt', 'payée', 'expédiée', 'pagado', 'enviado', 'pago', 'entregue', 'pagato', 'spedito'],
    ...['betaald', 'opłacone', 'ödendi', 'оплачен', 'پرداخت شده', 'ارسال شده', 'تحویل شده', '已完成', '完了'],
    ...['partially_refunded', 'Partially refunded', 'Not returned', 'Resolved', 'Texas', 'NV', 'Nevada', 'resolved'],
  ])('%s takes nothing back', (value) => {
    expect(orderMeaning(value)).toBe('sold');
  });

  it.each(['Pending', 'pending payment', 'wc-on-hold', 'On hold', 'Unpaid', 'En attente', 'در انتظار پرداخت'])(
    '%s is a sale that waits',
    (value) => {
      expect(orderMeaning(value)).toBe('waiting');
    },
  );
});

describe('the columns that tell it', () => {
  it('are statuses, and flags or days of cancelling, of the order and not of its customer', () => {
    const headers = 'Order ID,Financial Status,Fulfillment Status,Cancelled at,Returned,Customer status,Return policy';
    expect(orderStatusColumns(headers.split(','))).toEqual([
      { column: 1, flag: false },
      { column: 2, flag: false },
      { column: 3, flag: true },
      { column: 4, flag: true },
    ]);
  });
});
