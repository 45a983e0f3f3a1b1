/** Spaces at which no line may break: between a figure and its unit, between an arrow and what it points at. */

const NO_BREAK = '\u00a0';
const UNIT =
  /(?<=[\d۰-۹]) (?=(?:%|pp|[kMBTd]|days?|[A-Z]{3}|هزار|میلیون|میلیارد|تریلیون|روز|واحد|تومان|ریال)(?![\p{L}\p{N}]))/gu;
/** Of a day: `30 Sep`, `۲۷ بهمن`. */
const MONTH =
  /(?<=[\d۰-۹]) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر)(?![\p{L}\p{N}]))/gu;
const SIGN = /(?<=[≥≤±▲▼✗✓]) (?=\S)/gu;

/** The text with no-break spaces (U+00A0) in these places. */
export function tied(text: string): string {
  return text.replace(UNIT, NO_BREAK).replace(MONTH, NO_BREAK).replace(SIGN, NO_BREAK);
}

/** The text with plain spaces again, which people search a terminal for. */
export function untied(text: string): string {
  return text.replaceAll(NO_BREAK, ' ');
}
