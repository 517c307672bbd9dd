import { isSpace } from '../text/characters';
import { perLine } from '../text/perLine';
import type { Profile, ProfileLine } from './profile';
import type { TemplateField } from './template';

/** A form of a profile. */
export interface Form extends ProfileLine {
  /** Index of the profile among those asked. */
  readonly profile: number;
}

/** A form that a line has. */
export interface FoundForm {
  /** Index into {@link Forms.all}. */
  readonly form: number;
  /** Columns count from the line's first character that is no white space. */
  readonly fields: readonly TemplateField[];
}

/** The forms of several profiles. */
export interface Forms {
  /** In order of the profiles, and as each of them has them. */
  readonly all: readonly Form[];
  /** Those that a line has, in the same order; where in the page a form may stand is not asked. */
  readonly of: (line: string) => readonly FoundForm[];
}

const known = new WeakMap<readonly Profile[], Forms>();

/** The forms of profiles, made ready once for each list of them. */
export function formsOf(profiles: readonly Profile[]): Forms {
  const before = known.get(profiles);
  if (before) return before;
  const all = profiles.flatMap(({ lines }, profile) => lines.map((line): Form => ({ ...line, profile })));
  const forms = { all, of: finder(all) };
  known.set(profiles, forms);
  return forms;
}

const NONE: readonly FoundForm[] = [];

function finder(all: readonly Form[]): Forms['of'] {
  const candidates = (codePoint: number) =>
    all.flatMap(({ template }, form) => (template.canBegin(codePoint) ? [form] : []));
  const ofAscii = Array.from({ length: 128 }, (_, codePoint) => candidates(codePoint));
  return perLine((line) => {
    let start = 0;
    while (start < line.length && isSpace(line.charCodeAt(start))) start++;
    const first = line.codePointAt(start) ?? -1;
    const text = start === 0 ? line : line.slice(start);
    const found: FoundForm[] = [];
    for (const form of ofAscii[first] ?? candidates(first)) {
      const fields = all[form]?.template.match(text);
      if (fields) found.push({ form, fields });
    }
    return found.length === 0 ? NONE : found;
  });
}
