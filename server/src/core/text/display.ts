import * as l10n from '@vscode/l10n';

/**
 * BCP 47 tag of the language that people are told things in. Every bundle of translations has its own here, so that
 * names of days and numbers are in the language of the text around them, also where there is no bundle.
 */
export function displayLocale(): string {
  return l10n.t('en');
}

/** A month's name for people. @param month 1 to 12 */
export function monthName(month: number): string {
  return named({ month: 'long' }, Date.UTC(2024, month - 1, 1));
}

/** A weekday's name for people. @param weekday 1 for Monday to 7 */
export function weekdayName(weekday: number): string {
  // The first of January 2024 was a Monday.
  return named({ weekday: 'long' }, Date.UTC(2024, 0, weekday));
}

/** A weekday's short name for people. @param weekday 1 for Monday to 7 */
export function shortWeekdayName(weekday: number): string {
  return named({ weekday: 'short' }, Date.UTC(2024, 0, weekday));
}

/** A number for people. */
export function shownNumber(value: number): string {
  return new Intl.NumberFormat(displayLocale()).format(value);
}

/** A text of one of the tables whose texts all are in the bundle: reasons, titles of rules, names of roles. */
export function translated(text: string): string {
  return l10n.t(text);
}

/** Making a formatter takes much longer than all else that is done with a date. */
const formats = new Map<string, Intl.DateTimeFormat>();

function named(options: Intl.DateTimeFormatOptions, time: number): string {
  const locale = displayLocale();
  const key = `${locale} ${options.month ?? ''} ${options.weekday ?? ''}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(time);
}
