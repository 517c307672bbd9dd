import type { CalendarDate, DateMention } from '../model/date';
import type { Page } from '../model/page';
import type { Role } from '../model/role';
import { isoOf } from './calendar';
import { dateLanguage } from './languages';
import { english } from './languages/english';
import type { DateLanguage } from './languages/language';
import { readDate } from './reading';
import { datesIn } from './scan';
import { isNamed } from './scanned';
import { type DateStyle, parseStyle, styleOf, writeDate } from './style';

/** Writes days as the dates of lines of one role are written on a page. */
export type DateWriter = (day: CalendarDate) => string;

/**
 * How dates of a role are written on a page: as the profile of its site says, else as the page's own first sound date
 * of that role, else of any field is written, else as ISO dates.
 */
export function dateWriter({ profile, dates, language }: Page, role: Role): DateWriter {
  const own = dateLanguage(language) ?? english;
  const form = profile?.dateForms.find((each) => each.role === role);
  if (form) return writer(parseStyle(form.pattern), dateLanguage(form.language) ?? own);
  const sound = dates.filter(({ day, problems }) => day !== null && problems.length === 0);
  const models = [
    ...sound.filter((date) => date.role === role),
    ...sound.filter((date) => date.role === 'metadata' || date.role === 'capture-date'),
  ];
  for (const model of models) {
    const written = writerLike(model, own);
    if (written) return written;
  }
  return isoOf;
}

function writerLike({ text, day, order }: DateMention, fallback: DateLanguage): DateWriter | null {
  const [date, more] = datesIn(text);
  if (!date || !day || more) return null;
  const style = styleOf(date, readDate(date, order ?? null, day.year), text);
  if (!style) return null;
  const [language = fallback] = date.month && isNamed(date.month) ? date.month.languages : [];
  return writer(style, language);
}

function writer(style: DateStyle, language: DateLanguage): DateWriter {
  return (day) => writeDate(style, day, language);
}
