import * as l10n from '@vscode/l10n';
import type { DateOrder } from '../model/date';
import { isSpace } from '../text/characters';
import { DATE_LETTERS, parseDatePattern } from './datePattern';
import { FIELD_TYPES } from './fieldTypes';
import { choice, type FieldKind, GAP, literal, NOTHING, optional, type Pattern, sequence } from './pattern';
import type { TemplateError } from './template';

/** Fields that a template may have. Each costs time at every place of a line. */
const MOST_FIELDS = 20;

/** What a template's text says, as far as it could be read. */
export interface ParsedTemplate {
  readonly pattern: Pattern;
  /** Names of its fields and what they read, in order of first use. */
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** Orders of the numbers in its date fields. */
  readonly orders: readonly DateOrder[];
  readonly errors: readonly TemplateError[];
}

/** Reads the template language (see README.md beside this file). Never throws. */
export function parseTemplate(source: string, language: string): ParsedTemplate {
  const fields = new Map<string, FieldKind>();
  const orders: DateOrder[] = [];
  const errors: TemplateError[] = [];
  let uses = 0;
  let at = 0;

  const fail = (where: number, message: string) => {
    errors.push({ message, at: where });
  };

  /** Everything up to one of `ends`, which is left to the caller, or to the end. */
  function parseSequence(ends: string): Pattern {
    const parts: Pattern[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push(literal(text));
      text = '';
    };
    const push = (part: Pattern) => {
      flush();
      parts.push(part);
    };
    while (at < source.length) {
      const char = source.charAt(at);
      if (ends.includes(char)) break;
      if (char === '\\') text += parseEscape();
      else if (char === '{') push(parseField());
      else if (char === '(') push(parseAlternatives());
      else if (char === '[') push(parseOptional());
      else if (char === ')' || char === ']' || char === '}') {
        fail(
          at,
          l10n.t('This “{0}” closes nothing; write “{1}” for the character itself.', char, `\\${char}`),
        );
        at++;
      } else if (isSpace(source.charCodeAt(at))) {
        while (isSpace(source.charCodeAt(at))) at++;
        push(GAP);
      } else {
        text += char;
        at++;
      }
    }
    flush();
    return sequence(...parts);
  }

  function parseEscape(): string {
    const char = String.fromCodePoint(source.codePointAt(at + 1) ?? 0x5c);
    if (at + 1 === source.length) {
      fail(at, l10n.t('Nothing follows this backslash; write “{0}” for a backslash itself.', '\\\\'));
    } else if (/[A-Za-z0-9]/.test(char)) {
      fail(
        at,
        l10n.t('“{0}” has no meaning; a backslash goes before a sign such as “{”, “(” or “[”.', `\\${char}`),
      );
    }
    at = Math.min(at + 1 + char.length, source.length);
    return char;
  }

  function parseAlternatives(): Pattern {
    const open = at;
    const options: Pattern[] = [];
    do {
      at++;
      const start = at;
      const option = parseSequence('|)');
      if (at === start)
        fail(start, l10n.t('This alternative is empty; what may be left out goes between “[” and “]”.'));
      options.push(option);
    } while (source.charAt(at) === '|');
    if (at >= source.length) {
      fail(open, notClosed('('));
    } else if (options.length === 1) {
      fail(
        open,
        l10n.t(
          'Parentheses hold alternatives, as in “(Source|From)”; write “{0}” and “{1}” for the characters.',
          '\\(',
          '\\)',
        ),
      );
    }
    at++;
    return choice(...options);
  }

  function parseOptional(): Pattern {
    const open = at;
    at++;
    const part = parseSequence(']');
    if (at >= source.length) fail(open, notClosed('['));
    else if (at === open + 1) fail(open, l10n.t('Nothing stands between these brackets.'));
    at++;
    return optional(part);
  }

  function parseField(): Pattern {
    const open = at;
    const close = source.indexOf('}', open);
    const next = source.indexOf('{', open + 1);
    if (close < 0 || (next >= 0 && next < close)) {
      fail(open, notClosed('{'));
      at = next < 0 ? source.length : next;
      return NOTHING;
    }
    at = close + 1;
    const inside = source.slice(open + 1, close);
    const colon = inside.indexOf(':');
    const name = colon < 0 ? inside : inside.slice(0, colon);
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
      fail(
        open + 1,
        name === ''
          ? l10n.t('This field has no name, as in “{source}”.')
          : l10n.t(
              '“{0}” cannot name a field: a name begins with a letter and holds letters, digits, “-” and “_”.',
              name,
            ),
      );
      return NOTHING;
    }
    const { type, content } =
      colon < 0
        ? { type: 'text' as const, content: { kind: 'text' as const } }
        : parseType(inside.slice(colon + 1), open + 1 + colon + 1);
    uses++;
    if (uses === MOST_FIELDS + 1) fail(open, l10n.t('A template has at most {0} fields.', MOST_FIELDS));
    const before = fields.get(name) ?? type;
    if (before !== type) {
      const message =
        before === 'date'
          ? l10n.t('“{0}” was a date before and cannot be both.', name)
          : l10n.t('“{0}” was a text before and cannot be both.', name);
      fail(open, message);
    }
    fields.set(name, before);
    return { kind: 'field', name, type, content };
  }

  function parseType(
    written: string,
    start: number,
  ): { readonly type: FieldKind; readonly content: Pattern } {
    const named = FIELD_TYPES.get(written);
    if (named !== undefined) return { type: 'text', content: named };
    if (/^[a-z]{3,}$/.test(written) && !DATE_LETTERS.includes(written)) {
      const types = [...FIELD_TYPES.keys()].join(', ');
      fail(
        start,
        l10n.t('There is no type “{0}”. Types are {1}, and dates such as “dd/MM/yyyy”.', written, types),
      );
      return { type: 'text', content: NOTHING };
    }
    const date = parseDatePattern(written, language);
    if (!date.ok) {
      fail(start + date.error.at, date.error.message);
      return { type: 'text', content: NOTHING };
    }
    if (date.order !== null) orders.push(date.order);
    return { type: 'date', content: date.pattern };
  }

  const pattern = parseSequence('');
  return { pattern, fields, orders, errors: errors.sort((a, b) => a.at - b.at) };
}

function notClosed(bracket: string): string {
  return l10n.t('This “{0}” is not closed; write “{1}” for the character itself.', bracket, `\\${bracket}`);
}
