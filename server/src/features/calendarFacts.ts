import * as l10n from '@vscode/l10n';
import {
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLeapYear,
  padded,
  weekdayOf,
} from '../core/dates/calendar';
import type { CalendarDate } from '../core/model/date';
import { weekdayName as nameOfWeekday, shownNumber } from '../core/text/display';

/** First year of the Juche era, the year of Kim Il Sung's birth. */
const JUCHE_1 = 1912;

/** `Tuesday`. */
export function weekdayName(date: CalendarDate): string {
  return nameOfWeekday(weekdayOf(date));
}

/** `day 366 of 366, week 2025-W01`. */
export function placeInYear(date: CalendarDate): string {
  const day = daysBetween({ year: date.year, month: 1, day: 1 }, date) + 1;
  return l10n.t('day {0} of {1}, week {2}', day, isLeapYear(date.year) ? 366 : 365, isoWeek(date));
}

/** The week of ISO 8601: `2025-W01`. The week's year is that of its Thursday. */
export function isoWeek(date: CalendarDate): string {
  const thursday = dayNumber(date) + 4 - weekdayOf(date);
  const { year } = dateOfDayNumber(thursday);
  const week = Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1;
  return `${padded(year, 4)}-W${padded(week, 2)}`;
}

/** The year of the calendar of North Korea: `Juche 114`; null before the era. */
export function jucheYear(date: CalendarDate): string | null {
  return date.year < JUCHE_1 ? null : l10n.t('Juche {0}', date.year - JUCHE_1 + 1);
}

/** `36 days after the capture of the page`. */
export function fromCapture(date: CalendarDate, captured: CalendarDate): string {
  const days = daysBetween(captured, date);
  if (days === 0) return l10n.t('on the day of the capture of the page');
  if (days === 1) return l10n.t('1 day after the capture of the page');
  if (days === -1) return l10n.t('1 day before the capture of the page');
  return days > 0
    ? l10n.t('{0} days after the capture of the page', shownNumber(days))
    : l10n.t('{0} days before the capture of the page', shownNumber(-days));
}

/** `36 days after publication`. */
export function fromPublication(date: CalendarDate, published: CalendarDate): string {
  const days = daysBetween(published, date);
  if (days === 0) return l10n.t('on the day of publication');
  if (days === 1) return l10n.t('1 day after publication');
  if (days === -1) return l10n.t('1 day before publication');
  return days > 0
    ? l10n.t('{0} days after publication', shownNumber(days))
    : l10n.t('{0} days before publication', shownNumber(-days));
}
