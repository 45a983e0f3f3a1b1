import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Warning } from '../model/load-warnings.js';
import { isAllTime, periodEndInclusive } from '../model/period.js';
import type { Clock } from './measure-request.js';
import type { Resolved } from './request.js';

/** What a request names that the files do not have, and what it leaves to the clock: about options and the config. */
export function optionWarnings(resolved: Resolved, clock: Clock): Warning[] {
  return [...cadenceWarnings(resolved), ...relativeWarnings(resolved, clock)];
}

/** Targets that hold for each quarter, month …, where all data was asked about. */
function cadenceWarnings({ withoutPeriod }: Resolved): Warning[] {
  if (withoutPeriod.length === 0) return [];
  const names = withoutPeriod.slice(0, MOST_NAMES).join(', ');
  const more = withoutPeriod.length - MOST_NAMES;
  return [
    {
      code: 'target_without_period',
      text: {
        en: `These targets are of each quarter, month or the like, and no --period says of how many: ${names}${more > 0 ? ` and ${more} more` : ''}. They are not looked at.`,
        fa: `این هدف‌ها برای هر فصل، ماه یا مانند آن‌اند و بی --period معلوم نیست برای چند تا: ${names}${more > 0 ? ` و ${more} هدف دیگر` : ''}. به آن‌ها نگاه نشد.`,
      },
    },
  ];
}

const MOST_NAMES = 3;

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
