import { onDemand } from '../locale/on-demand.js';

/**
 * Words that end a deal, inside longer names of stages. A name that holds one is no stage of an open deal that merely
 * has a name of its own ("Pilot"), and is not in the vocabulary either: what it means must be said.
 */

/** A word ends what it begins with: only what stands before it is looked at. Texts are folded. */
const startOf = (words: readonly string[]): string => `(?<!\\p{L})(?:${words.join('|')})`;

const CLOSED = [
  ...['closed', 'geschlossen', 'abgeschlossen', 'ferme', 'clotur', 'cerrad', 'fechad', 'encerrad', 'kapal', 'kapat'],
  ...['закрыт', 'مغلق', 'بسته'],
];
/** Not the English words: "Won back attempt" and "Lost and found review" are stages of open deals. */
const WON = [
  ...[
    'gewonnen',
    'gagne[es]?(?!\\p{L})',
    'ganad[oa]',
    'ganh[oa](?!\\p{L})',
    'kazanild',
    'kazanilm',
    'kazanıl',
    'выигра',
  ],
  ...['برنده', 'رابح', 'تم الفوز', 'verkauft(?!\\p{L})', 'vendu', 'vendid[oa]', 'satıld', 'satild', 'продан', 'فروخته'],
];
const LOST = [
  ...['verloren', 'perdu', 'perdid[oa]', 'kaybed', 'проигра', 'отказ', 'потеря', 'از دست ر', 'باخت', 'شکست', 'ناموفق'],
  ...['خسار', 'خاسر', 'رفض', 'مرفوض', 'cancel', 'annul', 'iptal', 'storn', 'abgesagt', 'abgelehnt', 'reject', 'declin'],
  ...['refus', 'rechaz', 'recusad', 'descart', 'disqualif', 'desqualif', 'descalif', 'disqualifi', 'отмен', 'لغو'],
  ...['انصراف', 'ملغا', 'ملغي', 'reddedil', 'not interested', 'kein interesse', 'pas interess', 'sin interes'],
];
const CONTRACT =
  'contract|deal|order|agreement|offer|vertrag|auftrag|angebot|contrat|commande|contrato|acuerdo|acordo|proposta|' +
  'sozlesme|sözleşme|договор|контракт|قرارداد|عقد|العقد';
const SIGNED =
  'signed|unterschrieben|unterzeichnet|signee?|firmad[oa]|assinad[oa]|imzaland[ıi]|подписан[аоы]?|امضا شده?';

const ENDS = onDemand(() => new RegExp(startOf([...CLOSED, ...WON, ...LOST]), 'u'));
/** "NDA signed" and "waiting for signature" are stages of open deals; a signed contract is the end of most. */
const IS_SIGNED = onDemand(
  () =>
    new RegExp(
      `^(?:(?:${CONTRACT}) )?(?:${SIGNED})(?!\\p{L})|(?<!\\p{L})(?:${SIGNED}) (?:${CONTRACT})(?!\\p{L})|^(?:تم )?توقیع العقد`,
      'u',
    ),
);
/** `Lost to Acme`, `Verloren an …`, `Perdu face à …`, `از دست رفته به …`: lost, and to whom or why. */
const LOST_TO = onDemand(
  () =>
    new RegExp(
      `^(?:closed )?(?:lost (?:to|due to|because of|against)|verloren (?:an|gegen|wegen)|perdue? (?:face|contre|au profit)|` +
        'perdid[oa] (?:por|para|contra|frente)|از دست رفته (?:به|برای|چون))(?!\\p{L})',
      'u',
    ),
);

/** Whether the name of a stage holds a word that ends a deal; how it ended is not said. */
export function saysEnded(folded: string): boolean {
  return ENDS().test(folded) || IS_SIGNED().test(folded);
}

/** Whether the name of a stage says that a deal was lost, and to whom or why. */
export function saysLostTo(folded: string): boolean {
  return LOST_TO().test(folded.replace(/[_\-–—./\\()[\]:,;|]+/g, ' ').replace(/\s+/g, ' '));
}
