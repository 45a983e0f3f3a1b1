import type { Rule } from '../definition.js';
import { warningRules } from '../warning-rules/index.js';
import { accountDuplicateLikely } from './account-duplicate-likely.js';
import { amountAmbiguousLocale } from './amount-ambiguous-locale.js';
import { amountRoundDefault } from './amount-round-default.js';
import { amountUnparseable } from './amount-unparseable.js';
import { cellFormulaLike } from './cell-formula-like.js';
import { cellTruncated } from './cell-truncated.js';
import { columnConstant } from './column-constant.js';
import { columnMappingLowConfidence } from './column-mapping-low-confidence.js';
import { columnMostlyEmpty } from './column-mostly-empty.js';
import { columnNullRateJump } from './column-null-rate-jump.js';
import { columnRequiredMissing } from './column-required-missing.js';
import { contactEmailInvalid } from './contact-email-invalid.js';
import { contactPhoneInvalid } from './contact-phone-invalid.js';
import { currencyAssumed } from './currency-assumed.js';
import { currencyMissing } from './currency-missing.js';
import { currencyMixed } from './currency-mixed.js';
import { customerWithoutDeals } from './customer-without-deals.js';
import { dateAmbiguousFormat } from './date-ambiguous-format.js';
import { dateMonthEndDefault } from './date-month-end-default.js';
import { dateOutOfRange } from './date-out-of-range.js';
import { dateUnparseable } from './date-unparseable.js';
import { dealAccountMissing } from './deal-account-missing.js';
import { dealActivityBeforeCreate } from './deal-activity-before-create.js';
import { dealAmountNegative } from './deal-amount-negative.js';
import { dealAmountOutlier } from './deal-amount-outlier.js';
import { dealBulkClose } from './deal-bulk-close.js';
import { dealCloseBeforeCreate } from './deal-close-before-create.js';
import { dealClosedInFuture } from './deal-closed-in-future.js';
import { dealClosedWithoutCloseDate } from './deal-closed-without-close-date.js';
import { dealCreateDateMissing } from './deal-create-date-missing.js';
import { dealDuplicateLikely } from './deal-duplicate-likely.js';
import { dealIdDuplicate } from './deal-id-duplicate.js';
import { dealIdMissing } from './deal-id-missing.js';
import { dealLostWithZeroAmount } from './deal-lost-with-zero-amount.js';
import { dealLostWithoutReason } from './deal-lost-without-reason.js';
import { dealModifiedBeforeCreate } from './deal-modified-before-create.js';
import { dealOpenPastClose } from './deal-open-past-close.js';
import { dealOpenWithoutAmount } from './deal-open-without-amount.js';
import { dealOpenWithoutCloseDate } from './deal-open-without-close-date.js';
import { dealOutcomeUnknown } from './deal-outcome-unknown.js';
import { dealOwnerMissing } from './deal-owner-missing.js';
import { dealProbabilityStageMismatch } from './deal-probability-stage-mismatch.js';
import { dealPushCountHigh } from './deal-push-count-high.js';
import { dealReasonOnWon } from './deal-reason-on-won.js';
import { dealSameDayClose } from './deal-same-day-close.js';
import { dealSnapshotConflict } from './deal-snapshot-conflict.js';
import { dealStageTooLong } from './deal-stage-too-long.js';
import { dealStageUnknown } from './deal-stage-unknown.js';
import { dealStaleNoActivity } from './deal-stale-no-activity.js';
import { dealStatusStageConflict } from './deal-status-stage-conflict.js';
import { dealWonWithZeroAmount } from './deal-won-with-zero-amount.js';
import { dealWonWithoutAmount } from './deal-won-without-amount.js';
import { fileEmpty } from './file-empty.js';
import { fileStale } from './file-stale.js';
import { fileSurvivorOnly } from './file-survivor-only.js';
import { fileTruncated } from './file-truncated.js';
import { fileVolumeDrop } from './file-volume-drop.js';
import { historyInconsistent } from './history-inconsistent.js';
import { idExcelMangled } from './id-excel-mangled.js';
import { ownerQuarterEndHero } from './owner-quarter-end-hero.js';
import { periodGap } from './period-gap.js';
import { recordTestOrPlaceholder } from './record-test-or-placeholder.js';
import { refAccountOrphan } from './ref-account-orphan.js';
import { refValueOrphan } from './ref-value-orphan.js';
import { rowLineItems } from './row-line-items.js';
import { rowTotalLine } from './row-total-line.js';
import { rowWidth } from './row-width.js';
import { schemaChanged } from './schema-changed.js';
import { stageBackward } from './stage-backward.js';
import { stageSkipped } from './stage-skipped.js';
import { textCaseOrSpaceVariants } from './text-case-or-space-variants.js';
import { textEncodingDamage } from './text-encoding-damage.js';

/**
 * Every rule. The order is the rank: harm to a headline figure, how often it occurs in exports, and precision; rules over
 * what reading had to say come last.
 */
export const rules = [
  fileTruncated,
  fileEmpty,
  columnRequiredMissing,
  rowWidth,
  dealIdDuplicate,
  dealIdMissing,
  dealSnapshotConflict,
  rowLineItems,
  dealOutcomeUnknown,
  dealStatusStageConflict,
  dealWonWithoutAmount,
  dealClosedWithoutCloseDate,
  dealCloseBeforeCreate,
  amountUnparseable,
  dateUnparseable,
  dateAmbiguousFormat,
  amountAmbiguousLocale,
  currencyMissing,
  dateOutOfRange,
  dealClosedInFuture,
  refAccountOrphan,
  columnMappingLowConfidence,
  rowTotalLine,
  idExcelMangled,
  dealOpenPastClose,
  dealDuplicateLikely,
  accountDuplicateLikely,
  dealStaleNoActivity,
  dealStageTooLong,
  dealOpenWithoutAmount,
  dealOpenWithoutCloseDate,
  dealOwnerMissing,
  dealLostWithoutReason,
  dealAccountMissing,
  dealCreateDateMissing,
  dealAmountOutlier,
  currencyAssumed,
  dealAmountNegative,
  dealWonWithZeroAmount,
  dealLostWithZeroAmount,
  dealProbabilityStageMismatch,
  dealStageUnknown,
  refValueOrphan,
  dealPushCountHigh,
  stageSkipped,
  stageBackward,
  historyInconsistent,
  dealActivityBeforeCreate,
  dealModifiedBeforeCreate,
  recordTestOrPlaceholder,
  textCaseOrSpaceVariants,
  textEncodingDamage,
  contactEmailInvalid,
  fileSurvivorOnly,
  fileStale,
  fileVolumeDrop,
  columnNullRateJump,
  schemaChanged,
  dealSameDayClose,
  dealReasonOnWon,
  dealBulkClose,
  ownerQuarterEndHero,
  dateMonthEndDefault,
  amountRoundDefault,
  contactPhoneInvalid,
  cellTruncated,
  columnConstant,
  columnMostlyEmpty,
  periodGap,
  currencyMixed,
  customerWithoutDeals,
  cellFormulaLike,
  ...warningRules,
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
