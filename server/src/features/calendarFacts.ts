import {
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLeapYear,
  padded,
  weekdayOf,
} from '../core/dates/calendar';
import type { CalendarDate } from '../core/model/date';
import { counted } from './words';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** First year of the Juche era, the year of Kim Il Sung's birth. */
const JUCHE_1 = 1912;

/** `Tuesday`. */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? '';
}

/** `day 366 of 366`. */
export function dayOfYear(date: CalendarDate): string {
  const day = daysBetween({ year: date.year, month: 1, day: 1 }, date) + 1;
  return `day ${day} of ${isLeapYear(date.year) ? 366 : 365}`;
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
  return date.year < JUCHE_1 ? null : `Juche ${date.year - JUCHE_1 + 1}`;
}

/** `36 days after the capture`, `on the day of the capture`. */
export function distance(date: CalendarDate, to: CalendarDate, event: string): string {
  const days = daysBetween(to, date);
  if (days === 0) return `on the day of ${event}`;
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${event}`;
}
