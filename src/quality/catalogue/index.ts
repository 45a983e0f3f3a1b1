import type { Rule } from '../definition.js';
import { amountUnparseable } from './amount-unparseable.js';
import { currencyMixed } from './currency-mixed.js';
import { dateAmbiguousFormat } from './date-ambiguous-format.js';
import { dateOutOfRange } from './date-out-of-range.js';
import { dateUnparseable } from './date-unparseable.js';
import { dealAccountMissing } from './deal-account-missing.js';
import { dealAmountNegative } from './deal-amount-negative.js';
import { dealCloseBeforeCreate } from './deal-close-before-create.js';
import { dealClosedInFuture } from './deal-closed-in-future.js';
import { dealClosedWithoutCloseDate } from './deal-closed-without-close-date.js';
import { dealIdDuplicate } from './deal-id-duplicate.js';
import { dealLostWithoutReason } from './deal-lost-without-reason.js';
import { dealOpenPastClose } from './deal-open-past-close.js';
import { dealOpenWithoutAmount } from './deal-open-without-amount.js';
import { dealOpenWithoutCloseDate } from './deal-open-without-close-date.js';
import { dealOutcomeUnknown } from './deal-outcome-unknown.js';
import { dealOwnerMissing } from './deal-owner-missing.js';
import { dealSameDayClose } from './deal-same-day-close.js';
import { dealWonWithZeroAmount } from './deal-won-with-zero-amount.js';
import { dealWonWithoutAmount } from './deal-won-without-amount.js';
import { fileSurvivorOnly } from './file-survivor-only.js';
import { rowLineItems } from './row-line-items.js';

/** Every rule. The order is the rank: harm to a headline figure, how often it occurs in exports, and precision. */
export const rules = [
  dealIdDuplicate,
  rowLineItems,
  dealOutcomeUnknown,
  dealWonWithoutAmount,
  dealClosedWithoutCloseDate,
  dealCloseBeforeCreate,
  amountUnparseable,
  dateUnparseable,
  dateAmbiguousFormat,
  currencyMixed,
  dateOutOfRange,
  dealClosedInFuture,
  dealOpenPastClose,
  dealOpenWithoutAmount,
  dealOpenWithoutCloseDate,
  dealOwnerMissing,
  dealLostWithoutReason,
  dealAccountMissing,
  dealAmountNegative,
  dealWonWithZeroAmount,
  fileSurvivorOnly,
  dealSameDayClose,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
