import type { KpiSettings, ReasonCode } from './definition.js';

/**
 * Why a win rate would say nothing: the whole file has closed deals of one kind only. Default list views of several
 * CRMs export the survivors alone. Null when there is nothing to object, when there are no closed deals (then that is
 * the reason), or when the user vouches for the file.
 */
export function oneSidedFile(
  closedDeals: { readonly size: number },
  file: { readonly hasLost: boolean; readonly hasWon: boolean },
  settings: KpiSettings,
): ReasonCode | null {
  if (closedDeals.size === 0 || settings.assumeComplete) return null;
  if (!file.hasLost) return 'no_lost_deals_in_file';
  return file.hasWon ? null : 'no_won_deals_in_file';
}
