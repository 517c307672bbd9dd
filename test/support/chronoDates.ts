import * as chrono from 'chrono-node';
import { padded } from '../../server/src/core/dates/calendar';
import type { DateCase } from './dateCases';

/** What all of chrono-node's locales have. */
interface Reader {
  parse(text: string, reference?: Date): readonly chrono.ParsedResult[];
}

/** The strict reader of a language, as a dump is read: without guesses such as `tonight`. */
const READERS: Readonly<Record<string, Reader>> = {
  ar: chrono.ar.strict,
  de: chrono.de.strict,
  en: chrono.en.strict,
  es: chrono.es.strict,
  fr: chrono.fr.strict,
  id: chrono.id.strict,
  it: chrono.it.strict,
  ja: chrono.ja.strict,
  nl: chrono.nl.strict,
  pt: chrono.pt.strict,
  ru: chrono.ru.strict,
  sv: chrono.sv.strict,
  uk: chrono.uk.strict,
  vi: chrono.vi.strict,
  zh: chrono.zh.strict,
};

const STRICT_BRITISH = new chrono.Chrono(chrono.en.configuration.createConfiguration(true, true));

/** How many dates chrono-node finds in lines of English. */
export function countWithChrono(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + chrono.en.strict.parse(line).length, 0);
}

/**
 * The full dates that chrono-node finds on a case's line, told the language, the order of numbers where that is known,
 * and the day of the capture; null for a language that it does not have.
 */
export function chronoDatesOf(each: DateCase): readonly string[] | null {
  const [language = ''] = each.language.split('-');
  const isDayFirst = each.order === 'dmy' || /^en-(?:GB|AU|NZ|IE|IN|ZA)$/.test(each.language);
  const reader = language === 'en' && isDayFirst ? STRICT_BRITISH : READERS[language];
  if (!reader) return null;
  const now = new Date(`${each.now ?? '2025-02-05'}T12:00:00Z`);
  return reader.parse(each.text, now).flatMap(({ start }) => {
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    const isFull = start.isCertain('year') && start.isCertain('month') && start.isCertain('day');
    return isFull && year !== null && month !== null && day !== null
      ? [`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`]
      : [];
  });
}
