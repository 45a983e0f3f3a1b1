import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Deals } from '../model/deals.js';
import type { Warning } from '../model/load-warnings.js';
import { isAllTime, periodEndInclusive } from '../model/period.js';
import type { Clock } from './measure-request.js';
import type { Resolved } from './request.js';

/** What a request names that the files do not have, and what it leaves to the clock: about options and the config. */
export function optionWarnings(deals: Deals, resolved: Resolved, clock: Clock): Warning[] {
  return [...quotaWarnings(deals, resolved.settings.quotas ?? {}), ...relativeWarnings(resolved, clock)];
}

/**
 * Owners of a quota whom no deal names, but who look like a misspelt one: their quota would stand against nothing. Of an
 * owner who has no deal yet the figure's own note speaks.
 */
function quotaWarnings(deals: Deals, quotas: Readonly<Record<string, number>>): Warning[] {
  const asked = Object.keys(quotas);
  if (asked.length === 0 || deals.size === 0 || !deals.has('owner')) return [];
  const owners = deals.column('owner').values.filter((owner) => owner !== '');
  const folded = new Set(owners.map(foldText));
  const said = new Set(asked.map(foldText));
  const open = owners.filter((owner) => !said.has(foldText(owner)));
  return asked.flatMap((owner) => {
    if (folded.has(foldText(owner))) return [];
    const near = suggest(foldText(owner), open.map(foldText));
    const meant = open.find((one) => foldText(one) === near);
    if (meant === undefined) return [];
    return [
      {
        code: 'unknown_quota_owner',
        text: {
          en: `quotas: no deal has the owner "${owner}", so this quota counts with nothing won. Did you mean "${meant}"?`,
          fa: `quotas: هیچ معامله‌ای مسئولی به نام «${owner}» ندارد، پس این سهمیه بی‌هیچ بردی به حساب می‌آید. منظورتان «${meant}» بود؟`,
        },
      },
    ];
  });
}

/** The clock of a relative period, where the data ends before the period does: `last-quarter` of an old file. */
function relativeWarnings({ period, relative, asOf }: Resolved, { dataEnd }: Clock): Warning[] {
  if (relative === null || asOf !== null || dataEnd === null || isAllTime(period)) return [];
  if (periodEndInclusive(period) <= dataEnd) return [];
  const { asked, countedFrom } = relative;
  return [relativeWarning(asked, countedFrom, dataEnd)];
}

function relativeWarning(asked: string, countedFrom: CivilDay, dataEnd: CivilDay): Warning {
  const [today, end] = [isoDay(countedFrom), isoDay(dataEnd)];
  return {
    code: 'relative_period',
    text: {
      en: `--period ${asked} was counted from today, ${today}, and the data ends on ${end}; --as-of ${end} counts from there.`,
      fa: `--period ${asked} از امروز (${today}) شمرده شد و داده‌ها در ${end} پایان می‌یابد؛ با --as-of ${end} از آنجا شمرده می‌شود.`,
    },
  };
}
