import { foldText } from '../locale/fold.js';
import { onDemand } from '../locale/on-demand.js';

/** Jobs that are written as letters; what follows says of what: `VP Sales`. */
const SHORT = 'ceo|cfo|cto|coo|cmo|cio|cro|cso|cpo|ciso|vp|svp|evp|avp|md|gm|gf|dg|dsi|drh|daf';
/** Nouns that a job ends with, before `of …`, `- …` or the end. */
const NOUNS =
  'president|director|manager|head|chief|officer|founder|cofounder|owner|partner|principal|engineer|developer|analyst|' +
  'consultant|specialist|coordinator|executive|assistant|associate|buyer|purchaser|administrator|supervisor|chairman|' +
  'chairwoman|secretary|accountant|controller|architect|technician|representative|advisor|lawyer|attorney|teacher|' +
  'nurse|physician|doctor|agent|clerk|intern|strategist|planner|recruiter|treasurer|' +
  'direktor|direktorin|inhaber|inhaberin|vorstand|prokurist|prokuristin|einkaufer|einkauferin|' +
  'directeur|directrice|gerant|gerante|responsable|presidente?|acheteur|acheteuse|charge|chef|' +
  'directora?|gerente|jefe|jefa|presidenta|comprador|compradora|dueno|duena|encargado|encargada|' +
  'diretora?|socio|socia|coordenadora?|analista|proprietario|proprietaria|' +
  'direttore|direttrice|amministratore|amministratrice|titolare|responsabile|impiegato|' +
  'eigenaar|inkoper|hoofd|bestuurder|zaakvoerder|dyrektor|kierownik|prezes|wlasciciel|własciciel|specjalista|' +
  'директор|менеджер|руководитель|начальник|владелец|президент|специалист|закупщик|' +
  'mudur|muduru|müdürü?|yonetici|yoneticisi|baskan|baskani|sahibi|uzman|uzmani|direktoru|' +
  'مدیر|مدیرعامل|رییس|رئیس|کارشناس|معاون|سرپرست|مالک';
/** Endings of German and Dutch jobs. */
const ENDINGS = 'leiter|leiterin|fuhrer|fuhrerin|manager|managerin|direktor|berater|beraterin|referent|referentin';
/** Nouns that stand first, with what they are of behind them: `Gerente de ventas`, `Responsabile acquisti`. */
const FIRST =
  'directeur|directrice|gerant|gerante|responsable|chef|directora|gerente|jefe|jefa|encargado|encargada|diretora?|' +
  'coordenadora?|direttore|direttrice|responsabile|hoofd|dyrektor|kierownik|директор|менеджер|руководитель|начальник|' +
  'специалист|مدیر|کارشناس|معاون|رییس|سرپرست';
const EASTERN = '経理|经理|總監|总监|总裁|總裁|主任|董事长|主管|老板|部長|課長|社長|取締役|担当|マネージャー';
const SALUTATIONS =
  'mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|sig|ing|dipl ing|bay|bayan|آقا|آقای|خانم|господин|госпожа';

const JOB = onDemand(
  () =>
    new RegExp(
      `^(?:(?:${SHORT})(?: (?:of )?\\p{L}+){0,3}|(?:\\p{L}+ ){0,4}(?:${NOUNS}|\\p{L}+(?:${ENDINGS}))|` +
        `(?:${NOUNS}) (?:of|for|de|des|du|der|van|di|do|da|del) .{1,40}|(?:${FIRST}) .{1,30}|.{0,8}(?:${EASTERN}))$`,
      'u',
    ),
);
const SALUTATION = new RegExp(`^(?:${SALUTATIONS})$`, 'u');

/** All words that a job or a salutation has one of, and what the word ends in that it has instead. */
const WORDS = new Set(
  [SHORT, NOUNS, FIRST, SALUTATIONS].flatMap((list) =>
    list.split(/[| ]/).flatMap((word) => [word.replace(/.\?/g, ''), word.replaceAll('?', '')]),
  ),
);
const LONGEST = 60;
const WORD_ENDINGS = ENDINGS.split('|');
const [SHORTEST_ENDING, NOT_ASCII] = [6, /[^\x20-\x7e]/];

/** Whether a text may be one (`isJobTitle`) at all, told without the pattern, which takes long to be compiled. */
export function mayBeJobTitle(text: string): boolean {
  return text.length <= LONGEST && mayBeJob(foldText(text));
}

/** Whether a folded text may be a job at all: most texts are told so without a pattern of two hundred words. */
function mayBeJob(folded: string): boolean {
  // A point is left out of `V.P.`; letters of other scripts are the pattern's.
  if (folded.includes('.') || NOT_ASCII.test(folded)) return true;
  return folded
    .split(/[^a-z0-9]+/)
    .some(
      (word) =>
        WORDS.has(word) || (word.length > SHORTEST_ENDING && WORD_ENDINGS.some((ending) => word.endsWith(ending))),
    );
}

/** Whether a text is the name of a job, or the way a person is addressed; not what merely speaks of one ("CEO dinner, 40 seats"). */
export function isJobTitle(text: string): boolean {
  if (text.length > LONGEST) return false;
  const folded = foldText(text);
  if (!mayBeJob(folded)) return false;
  const first = (folded.split(/\s*[,/&|–(]\s*|\s+-\s+|\s+(?:and|und|et|y|e|и)\s+/u)[0] ?? '')
    .replace(/[.]/g, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return JOB().test(first) || SALUTATION.test(first);
}
