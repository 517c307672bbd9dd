import * as l10n from '@vscode/l10n';
import type { Page } from '../core/model/page';
import { rangeInLine } from '../core/model/range';
import { isRelated, type Role } from '../core/model/role';
import { Sign, signsOf } from '../core/text/signs';
import { inDatesWith } from './inDatesWith';
import { languageOf } from './prose';
import type { Finding, Rule } from './rule';

export const misspeltLabel: Rule = {
  code: 'misspelt-label',
  title: 'Misspelt label',
  rationale:
    'A label such as `Author:` or `Published` tells programs what the line holds. Where a site misspells it (`Auther :`, `Publised`, `Juch 101`), the author or the date is lost on the way to the article’s metadata. ' +
    'Reported are words that are one letter away from a known label and stand in a label’s place: at the beginning of a short line or behind a bar, before a colon or a date. Known are labels in English, German, French, Spanish, Portuguese, Italian, Indonesian, Russian and Ukrainian, and the era name `Juche` before a number. ' +
    'The slip is the source’s own, so that it is mended on request only.',
  severity: 'information',
  examples: {
    wrong: [
      {
        text: [
          'Harbour Town Opens a New Library',
          '',
          'Auther : Anna Holm',
          '',
          'Publised: March 3, 2024',
          '',
          'The new library of the harbour town opened with a concert of the school orchestra, and many people came.',
          '',
          'The sea charts of the old office are on show until the summer, said the head of the library.',
        ].join('\n'),
      },
      {
        text: 'Pyongyang, April 15 Juch 101 (2012) -- The new library opened with a concert of the orchestra.',
      },
    ],
    right: [
      { text: 'Sources: two of the captains. Dates: the third and the fourth. Authors: the same.' },
      {
        text: 'Pyongyang, April 15 Juche 101 (2012) -- The new library opened with a concert of the orchestra.',
      },
    ],
  },
  check,
};

/** Labels of author, source and date lines by language, in small letters; those that are English stand everywhere. */
const LABELS = lists({
  en:
    'author|authors|source|sources|editor|editors|reporter|reporters|photographer|correspondent|published|updated|posted|modified|created|' +
    'written by|reported by|edited by|posted by|last updated|last modified|published on|updated on|posted on|publication date',
  de: 'quelle|quellen|veröffentlicht|aktualisiert|redaktion|redakteur|verfasser',
  fr: 'auteur|auteurs|publié|rédaction|rédacteur|mis à jour',
  es: 'fuente|fuentes|publicado|actualizado|redacción',
  pt: 'autores|publicado|atualizado|redação',
  it: 'autore|autori|pubblicato|aggiornato|redazione',
  id: 'penulis|sumber|diterbitkan|diperbarui',
  ru: 'авторы|источник|опубликовано|обновлено|редактор|корреспондент',
  uk: 'автори|джерело|оновлено|опубліковано|кореспондент',
});

function lists(labels: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(labels).map(([language, words]) => [language, words.split('|')]));
}

/** Words one letter away from a label that are words themselves. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'autre|autres|autor|autora|autores|auteure|auteures|sourced|sourcer|course|courses|publisher|publishes|publishers|updates|updater|update|post|poster|posters|posten|postes|posta|posto|last update|hosted|ported|costed|ousted|modifier|modifies|create|creates|creator|cited|edited by|edition|' +
    'quellen|quelles|quelli|quello|quella|publie|publics|public|publica|publico|publicada|publicados|publicados|publicadas|actualizada|actualizados|atualizada|atualizados|redactor|redactie|redactor|redactora|' +
    'fronte|ponte|monte|conte|fonts|fonds|puente|fuerte|pubblicata|pubblicati|aggiornata|aggiornati|sumbers|penulisan|автор|редакторы|редактора|автора|автору|авторам|источники|источника|опубликована|опубликован|опубликованы|обновлена|обновлен|обновлены|оновлена|опублікована|reported|reports|report|editora|editoras|editori|editore|editing|editor in|reporter in'
  ).split('|'),
);

/** Shorter labels are one letter away from too many words. */
const SHORTEST = 5;
/** Longer lines are sentences. */
const LONGEST_LINE = 160;

/** One to three words in a label's place, before a colon. */
const BEFORE_COLON = /(?:^\s*|[|·•]\s*)(\p{L}{4,15}(?: \p{L}{2,10}(?: \p{L}{2,8})?)?)(?=\s?[:：])/gu;
/** Or in a line of metadata before a date. */
const BEFORE_DATE =
  /(?:^\s*|[|·•]\s*)(\p{L}{4,15}(?: \p{Ll}{2,7})?)(?= \d| \p{Lu}\p{Ll}{2,8}\.? \d{1,2}\b)/gu;
/** The era name of North Korea before a year, a letter short or wrong. */
const ERA = /(?<!\p{L})(?:Juch|Jushe|Juchi|Juchea|Juceh|Jucche)(?= ?\d{1,3}(?!\d))/gu;

function* check(page: Page): Generator<Finding> {
  const inDate = inDatesWith(page, () => true);
  const labels = [...(LABELS.get('en') ?? []), ...(LABELS.get(languageOf(page) ?? 'en') ?? [])];
  for (const [line, role] of page.roles.entries()) {
    if (role === '' || role === 'comments' || isRelated(role)) continue;
    const text = page.lines[line] ?? '';
    const slips = [...eraSlips(text), ...labelSlips(text, role, labels)].sort((a, b) => a.at - b.at);
    for (const { at, word, right } of slips) {
      const range = rangeInLine(line, at, at + word.length);
      if (inDate(range)) continue;
      yield {
        code: misspeltLabel.code,
        range,
        message: l10n.t('“{0}” should be “{1}”', word, right),
        fixes: [
          {
            title: l10n.t('Write “{0}”: the source has it wrong', right),
            edits: [{ range, newText: right }],
            preferred: false,
          },
        ],
      };
    }
  }
}

interface Slip {
  readonly at: number;
  readonly word: string;
  readonly right: string;
}

function eraSlips(text: string): readonly Slip[] {
  if (!text.includes('Ju')) return [];
  return [...text.matchAll(ERA)].map(({ 0: word, index: at }) => ({ at, word, right: 'Juche' }));
}

function labelSlips(text: string, role: Role, labels: readonly string[]): readonly Slip[] {
  if (text.length > LONGEST_LINE) return [];
  const candidates = [
    ...(signsOf(text) & Sign.Colon ? text.matchAll(BEFORE_COLON) : []),
    ...(role === 'metadata' ? text.matchAll(BEFORE_DATE) : []),
  ];
  return candidates.flatMap(({ 0: whole, 1: label = '', index }) => {
    const word = label.toLowerCase();
    if (word.length < SHORTEST || labels.includes(word) || WORDS.has(word)) return [];
    const right = labels.find((known) => known[0] === word[0] && isOneSlipAway(word, known));
    return right ? [{ at: index + whole.indexOf(label), word: label, right: inCaseOf(label, right) }] : [];
  });
}

/** Whether one letter too many, too few, another one or two exchanged make one word the other. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  const isExchange = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isExchange || (left.length <= 1 && right.length <= 1);
}

/** A label in capitals, or with a capital, as the misspelt one. */
function inCaseOf(model: string, label: string): string {
  if (model === model.toUpperCase()) return label.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase()
    ? label.charAt(0).toUpperCase() + label.slice(1)
    : label;
}
