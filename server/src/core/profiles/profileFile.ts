import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { isLanguageTag } from '../intlNames';
import { ROLES } from '../model/role';
import { compileTemplate, LONGEST_TEMPLATE } from './compileTemplate';
import { ENOUGH } from './match';
import type { Profile, ProfileLine } from './profile';

/** Something in a profile that cannot be used, and where. */
export interface ProfileError {
  /** Keys and indexes from the outermost in: `['profiles', 0, 'lines', 2, 'template']`. */
  readonly path: readonly (string | number)[];
  /** UTF-16 offset into the string at `path`, where the error has a place in it. */
  readonly at?: number;
  readonly message: string;
}

/** A profile ready for use, or what is wrong with it. */
export type ProfileResult =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly errors: readonly ProfileError[] };

/** Templates that a profile may have: each is tried on every line of a page. */
const MOST_TEMPLATES = 200;

/** Names a thing for people, in their language when it is called. */
type Noun = () => string;

function text(what: Noun, longest: number) {
  const message = (): string => l10n.t('{0} is a text of 1 to {1} characters.', what(), longest);
  return v.pipe(v.string(message), v.minLength(1, message), v.maxLength(longest, message));
}

function number(what: Noun, least: number, most: number) {
  const message = (): string => l10n.t('{0} is a number from {1} to {2}.', what(), least, most);
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
}

function list<const Item extends v.GenericSchema>(what: string, item: Item, least: number, most: number) {
  const message = (): string => l10n.t('“{0}” are a list of {1} to {2}.', what, least, most);
  return v.pipe(v.array(item, message), v.minLength(least, message), v.maxLength(most, message));
}

function object<const Entries extends v.ObjectEntries>(what: Noun, entries: Entries) {
  return v.strictObject(entries, (issue) => {
    const key = issue.path?.at(-1)?.key;
    if (key === undefined) return l10n.t('{0} is an object.', what());
    if (issue.expected !== 'never') return l10n.t('{0} needs “{1}”.', what(), String(key));
    return l10n.t('“{0}” is not known here; known are {1}.', String(key), Object.keys(entries).join(', '));
  });
}

function oneOf<const Options extends readonly string[]>(what: Noun, options: Options) {
  return v.picklist(options, () => l10n.t('{0} is one of {1}.', what(), options.join(', ')));
}

const roleShape = v.pipe(
  v.picklist(ROLES, ({ input }) =>
    typeof input === 'string'
      ? l10n.t('“{0}” is not a role. Roles are {1}.', input.slice(0, 40), ROLES.join(', '))
      : l10n.t('A role is one of {0}.', ROLES.join(', ')),
  ),
  v.description('What lines of this form are.'),
);

const templateShape = v.pipe(
  text(() => l10n.t('A template'), LONGEST_TEMPLATE),
  v.description(
    'A form of whole lines: text, white space, {name} for free text, {name:dd/MM/yyyy} for a date, {name:type} with ' +
      'the types number, word, name, url, rest; (a|b) for alternatives, [...] for what may be left out, \\ before a ' +
      'sign that stands for itself.',
  ),
  v.examples(['Date: {published:dd/MM/yyyy} | Source: {source}[ | {link}]', 'More From {source}']),
);

const lineShape = v.pipe(
  object(() => l10n.t('A line form'), {
    role: roleShape,
    template: v.optional(templateShape),
    templates: v.optional(
      v.pipe(
        list('templates', templateShape, 1, MOST_TEMPLATES),
        v.description('Several forms of the same line, instead of “template”.'),
      ),
    ),
    signature: v.optional(
      v.pipe(
        number(() => l10n.t('A signature'), 0, 1),
        v.description(
          'How much a line of this form tells that the page is of this site: 0 not at all, 1 for sure. A page is ' +
            `taken to be of the site where the signatures of the forms that it has add up to ${ENOUGH}.`,
        ),
      ),
      0,
    ),
    place: v.optional(
      v.pipe(
        oneOf(() => l10n.t('A place'), ['first', 'last', 'any']),
        v.description('Where such lines stand: only first or last on the page, or anywhere.'),
      ),
      'any',
    ),
    once: v.optional(
      v.pipe(
        v.boolean(() => l10n.t('“once” is true or false.')),
        v.description('A page has one such line: a second one begins another page.'),
      ),
      false,
    ),
    closes: v.optional(
      v.pipe(
        v.boolean(() => l10n.t('“closes” is true or false.')),
        v.description('A page of this site ends with such a line: what follows belongs to another page.'),
      ),
      false,
    ),
  }),
  v.check(
    (line) => (line.template === undefined) !== (line.templates === undefined),
    () => l10n.t('A line form needs either “template” or “templates”.'),
  ),
  v.metadata({ oneOf: [{ required: ['template'] }, { required: ['templates'] }] }),
);

/** Whether a pattern has day, month and year once each, and no other letters but quoted ones. */
function isDateForm(pattern: string): boolean {
  const runs = pattern.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? [];
  const parts = runs.map((run) => (/^(?:dd?|M{1,4}|yy|yyyy)$/.test(run) ? run.charAt(0) : '?'));
  return parts.toSorted().join('') === 'Mdy';
}

const dateFormShape = object(() => l10n.t('A date form'), {
  role: v.pipe(roleShape, v.description('The role of the lines whose dates are written so.')),
  pattern: v.pipe(
    text(() => l10n.t('A date pattern'), 60),
    v.check(isDateForm, () =>
      l10n.t('A date pattern has a day (d, dd), a month (M to MMMM) and a year (yy, yyyy).'),
    ),
    v.description(
      'How the dates are written, in the letters of CLDR: day d or dd, month M to MMMM, year yyyy.',
    ),
    v.examples(['MMMM dd, yyyy', 'dd/MM/yyyy', "d 'de' MMMM 'de' yyyy"]),
  ),
  language: v.optional(
    v.pipe(
      text(() => l10n.t('A language'), 60),
      v.check(isLanguageTag, () => l10n.t('A language is a BCP 47 tag, such as “en” or “pt-BR”.')),
      v.description('BCP 47 tag of the language of the names of months, where it is not that of the page.'),
    ),
  ),
});

const transitionShape = object(() => l10n.t('A transition'), {
  from: v.pipe(roleShape, v.description('The role of a line.')),
  to: v.pipe(roleShape, v.description('The role of the next line that is not blank.')),
  weight: v.pipe(
    number(() => l10n.t('A weight'), -10, 10),
    v.description(
      'How much likelier (or, negative, unlikelier) this is than elsewhere: natural logarithm of odds.',
    ),
  ),
});

/** The shape of a profile in JSON: what {@link parseProfile} reads, and what JSON schemas are made from. */
export const profileShape = v.pipe(
  object(() => l10n.t('A profile'), {
    $schema: v.optional(
      v.pipe(
        v.string(() => l10n.t('“$schema” is a text.')),
        v.description('Where the schema is, for editors.'),
      ),
    ),
    id: v.pipe(
      text(() => l10n.t('An id'), 60),
      v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, () =>
        l10n.t('An id is small letters and digits, joined by “-”: kcna-watch.'),
      ),
      v.description('Short name of the profile: small letters and digits, joined by “-”.'),
      v.examples(['morning-herald']),
    ),
    title: v.pipe(
      text(() => l10n.t('A title'), 100),
      v.description('The name of the site for people.'),
      v.examples(['Morning Herald']),
    ),
    language: v.optional(
      v.pipe(
        text(() => l10n.t('A language'), 60),
        v.check(isLanguageTag, () => l10n.t('A language is a BCP 47 tag, such as “en” or “pt-BR”.')),
        v.description(
          'BCP 47 tag of the language that all pages of the site are in. Names of months and weekdays in templates ' +
            'are of this language, or English.',
        ),
        v.examples(['en', 'ko', 'pt-BR']),
      ),
    ),
    dateOrder: v.optional(
      v.pipe(
        oneOf(() => l10n.t('A date order'), ['dmy', 'mdy', 'ymd']),
        v.description(
          'How the site writes dates in numbers, where this is known: day, month, year; month, day, year; or year, ' +
            'month, day. Left out, it is that of the templates, where they agree.',
        ),
      ),
    ),
    dateForms: v.optional(
      v.pipe(
        list('dateForms', dateFormShape, 0, ROLES.length),
        v.description(
          'How the site writes the dates of its fields. Dates there in another form are pointed out and can be changed to it.',
        ),
      ),
      [],
    ),
    lines: v.pipe(
      list('lines', lineShape, 1, MOST_TEMPLATES),
      v.description(
        'The forms of the site’s lines. A line may have several forms; each speaks for its role.',
      ),
    ),
    transitions: v.optional(
      v.pipe(
        list('transitions', transitionShape, 0, ROLES.length ** 2),
        v.description('Which roles follow which on this site, beyond what is usual.'),
      ),
      [],
    ),
  }),
  v.title('Copydesk profile'),
  v.description('What is known of one site’s layout.'),
);

/**
 * Reads a profile from a JSON value of unknown origin. `path` is where the value stands in its file; paths of errors
 * begin with it. Never throws.
 */
export function parseProfile(value: unknown, path: readonly (string | number)[] = []): ProfileResult {
  const shaped = v.safeParse(profileShape, value);
  if (!shaped.success) {
    return {
      ok: false,
      errors: shaped.issues.map((issue) => ({ path: [...path, ...keysOf(issue)], message: issue.message })),
    };
  }
  const { id, title, language, dateOrder, dateForms, lines: written, transitions } = shaped.output;
  const sources = written.flatMap(({ template, templates = [], ...line }, index) => [
    ...(template === undefined
      ? []
      : [{ line, source: template, path: [...path, 'lines', index, 'template'] }]),
    ...templates.map((source, variant) => ({
      line,
      source,
      path: [...path, 'lines', index, 'templates', variant],
    })),
  ]);
  if (sources.length > MOST_TEMPLATES) {
    const message = l10n.t(
      'A profile has at most {0} templates; these are {1}.',
      MOST_TEMPLATES,
      sources.length,
    );
    return { ok: false, errors: [{ path: [...path, 'lines'], message }] };
  }
  const errors: ProfileError[] = [];
  const lines: ProfileLine[] = [];
  for (const { line, source, path } of sources) {
    const compiled = compileTemplate(source, language === undefined ? {} : { language });
    if (compiled.ok) lines.push({ ...line, template: compiled.template });
    else errors.push(...compiled.errors.map((error) => ({ path, ...error })));
  }
  if (errors.length > 0) return { ok: false, errors };
  const telling = lines.reduce((sum, { signature }) => sum + signature, 0);
  if (telling < ENOUGH) {
    const message = l10n.t(
      'Nothing tells that a page is of this site: the signatures of its lines add up to {0}, and {1} is needed.',
      Number(telling.toFixed(2)),
      ENOUGH,
    );
    return { ok: false, errors: [{ path: [...path, 'lines'], message }] };
  }
  const orders = new Set(lines.flatMap(({ template }) => template.dateOrder ?? []));
  const [order] = orders;
  const profile: Profile = {
    id,
    title,
    language: language ?? null,
    dateOrder: dateOrder ?? (orders.size === 1 ? (order ?? null) : null),
    dateForms: dateForms.map(({ language: own, ...form }) => ({
      ...form,
      language: own ?? language ?? null,
    })),
    lines,
    transitions,
  };
  return { ok: true, profile };
}

/** Where an issue stands in the value. A key that is missing stands nowhere: its object is meant. */
function keysOf({ path, type, expected }: v.BaseIssue<unknown>): readonly (string | number)[] {
  const keys = (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return type === 'strict_object' && expected?.startsWith('"') ? keys.slice(0, -1) : keys;
}
