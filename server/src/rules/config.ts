import * as l10n from '@vscode/l10n';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import { comparePositions, type Range } from '../core/model/range';
import { builtInProfiles } from '../core/profiles/builtin';
import type { Profile } from '../core/profiles/profile';
import { parseProfile, profileShape } from '../core/profiles/profileFile';
import { NO_PROFILE } from '../core/recognize';
import { translated } from '../core/text/display';
import { type LineTable, scanLines } from '../core/text/lines';
import type { ConfigItem } from './configItem';
import { type FileChoice, fileChoiceShape, parseFileChoice } from './fileChoices';
import { type Ignore, ignoreShape, parseIgnore } from './ignores';
import { type FiledCorrection, lineShape, parseLine } from './lineCorrections';
import { positionAt } from './offsets';
import { DEFAULT_SETTINGS, MOST_PROBLEMS, parseSettings, rulesShape, type Settings } from './settings';

/** Something in a settings file that is wrong and was left out. */
export interface ConfigProblem {
  readonly message: string;
  readonly range: Range;
}

/** An ignore, and where it stands in its settings file: the place, and which of the list's items it is. */
export interface FiledIgnore extends Ignore {
  readonly range: Range;
  readonly index: number;
}

/** What a settings file says. */
export interface Config {
  readonly settings: Settings;
  readonly profiles: readonly Profile[];
  /** What was said of lines, in the order of the file. */
  readonly lines: readonly FiledCorrection[];
  /** Which profile files are of, in the order of the file. */
  readonly files: readonly FileChoice[];
  /** Findings that are not to be told of, in the order of the file. */
  readonly ignores: readonly FiledIgnore[];
  readonly problems: readonly ConfigProblem[];
}

/** A folder without a settings file. */
export const NO_CONFIG: Config = {
  settings: DEFAULT_SETTINGS,
  profiles: [],
  lines: [],
  files: [],
  ignores: [],
  problems: [],
};

/**
 * How many items of its lists count. Each line of a dump is compared with each of them: a file with more would be felt at
 * every key, or was made for that.
 */
const MOST_ITEMS = { profiles: 50, lines: 10_000, files: 10_000, ignores: 10_000 } as const;

/** The shape of a settings file; its JSON schema is made from it. */
export const configShape = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('Where the schema is, for editors.'))),
    rules: v.optional(
      v.pipe(
        rulesShape,
        v.description('How loud each rule is. Rules that are not named keep their own loudness.'),
      ),
      {},
    ),
    profiles: v.optional(
      v.pipe(
        v.array(profileShape),
        v.maxLength(MOST_ITEMS.profiles),
        v.description(
          'Layouts of sites that Copydesk does not know, or knows otherwise. They come before its own.',
        ),
      ),
      [],
    ),
    lines: v.optional(
      v.pipe(
        v.array(lineShape),
        v.maxLength(MOST_ITEMS.lines),
        v.description(
          'What lines are that Copydesk takes for something else. Of several that fit a line the last one counts.',
        ),
      ),
      [],
    ),
    files: v.optional(
      v.pipe(
        v.array(fileChoiceShape),
        v.maxLength(MOST_ITEMS.files),
        v.description(
          'Whether files are dumps and which profile they are of, where their text does not tell it right. Of several that fit a file the last one counts.',
        ),
      ),
      [],
    ),
    ignores: v.optional(
      v.pipe(
        v.array(ignoreShape),
        v.maxLength(MOST_ITEMS.ignores),
        v.description('Findings that are not to be told of, by rule and by the text that is reported.'),
      ),
      [],
    ),
  }),
  v.title('Copydesk settings'),
  v.description('Settings of Copydesk for the dumps in this folder and below.'),
);

/**
 * Reads the text of a settings file: JSON, in which comments and trailing commas are let pass. What is right in it
 * counts, whatever else is in it; the rest is reported with its place. Never throws.
 */
export function parseConfig(text: string): Config {
  try {
    return new ConfigReader(text).read();
  } catch (error) {
    // The parser descends into nested values; no settings are nested so deeply that this could end.
    if (!(error instanceof RangeError)) throw error;
    const start = { line: 0, character: 0 };
    return {
      ...NO_CONFIG,
      problems: [{ message: l10n.t('Values are nested too deeply.'), range: { start, end: start } }],
    };
  }
}

class ConfigReader {
  private readonly table: LineTable;
  private readonly root: Node | undefined;
  private readonly problems: ConfigProblem[] = [];
  private settings = DEFAULT_SETTINGS;
  private profiles: readonly Profile[] = [];
  private lines: readonly FiledCorrection[] = [];
  private files: readonly FileChoice[] = [];
  private ignores: readonly FiledIgnore[] = [];

  constructor(private readonly text: string) {
    this.table = scanLines(text);
    const errors: ParseError[] = [];
    // A byte order mark is no JSON; a blank takes its place, so that offsets stay.
    this.root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
    for (const { error, offset, length } of errors) {
      const code = printParseErrorCode(error);
      this.report(translated(SYNTAX[code] ?? code), offset, offset + length);
    }
  }

  read(): Config {
    if (this.root?.type === 'object') this.readSections(this.root);
    else if (this.root)
      this.reportNode(l10n.t('Settings are an object: { "rules": …, "profiles": … }.'), this.root);
    this.problems.sort((a, b) => comparePositions(a.range.start, b.range.start));
    const { settings, profiles, lines, files, ignores, problems } = this;
    return { settings, profiles, lines, files, ignores, problems };
  }

  private readSections(root: Node): void {
    for (const property of root.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key || !value) continue;
      switch (key.value) {
        case 'rules':
          this.readRules(value);
          break;
        case 'profiles':
          this.readProfiles(value);
          break;
        case 'lines':
          this.lines = this.readList(value, 'lines', parseLine);
          break;
        case 'files':
          this.files = this.readList(value, 'files', parseFileChoice);
          break;
        case 'ignores':
          this.ignores = this.readList(value, 'ignores', (item, { offset, length }, index) => {
            const ignore = parseIgnore(item);
            if (!ignore.ok) return ignore;
            return {
              ok: true,
              value: { ...ignore.value, range: this.rangeOf(offset, offset + length), index },
            };
          });
          break;
        case '$schema':
          break;
        default:
          this.reportNode(
            l10n.t(
              '“{0}” is not known here; known are {1}.',
              String(key.value),
              Object.keys(configShape.entries).join(', '),
            ),
            key,
          );
      }
    }
    this.checkFiles(root);
  }

  private readRules(node: Node): void {
    const { settings, problems } = parseSettings(getNodeValue(node));
    this.settings = settings;
    for (const { message, path, about } of problems) {
      const value = findNodeAtLocation(node, [...path]);
      this.reportNode(message, (about === 'key' ? value?.parent?.children?.[0] : value) ?? node);
    }
  }

  private readProfiles(node: Node): void {
    this.profiles = this.readList(node, 'profiles', (value) => {
      const result = parseProfile(value);
      return result.ok ? { ok: true, value: result.profile } : result;
    });
  }

  /** The items of a list that can be used; what is wrong with the others is reported. */
  private readList<T>(
    node: Node,
    name: keyof typeof MOST_ITEMS,
    parse: (value: unknown, node: Node, index: number) => ConfigItem<T>,
  ): readonly T[] {
    if (node.type !== 'array') {
      this.reportNode(l10n.t('“{0}” are a list.', name), node);
      return [];
    }
    const children = node.children ?? [];
    const most = MOST_ITEMS[name];
    const beyond = children[most];
    if (beyond)
      this.reportNode(
        l10n.t('“{0}” are a list of at most {1}; the others do not count.', name, most),
        beyond,
      );
    return children.slice(0, most).flatMap((child, index) => {
      const result = parse(getNodeValue(child), child, index);
      if (result.ok) return [result.value];
      for (const { message, path, at } of result.errors) {
        const place = nodeAt(child, path);
        if (at === undefined || place.type !== 'string') this.reportNode(message, place);
        else {
          const start = offsetInString(this.text, place, at);
          this.report(message, start, Math.min(start + 1, place.offset + place.length));
        }
      }
      return [];
    });
  }

  /** Reports choices of profiles that there are not. They say nothing. */
  private checkFiles(root: Node): void {
    const known = new Set([NO_PROFILE, ...[...this.profiles, ...builtInProfiles()].map(({ id }) => id)]);
    const list = findNodeAtLocation(root, ['files']);
    for (const child of list?.children ?? []) {
      const node = findNodeAtLocation(child, ['profile']);
      if (typeof node?.value !== 'string' || known.has(node.value)) continue;
      this.reportNode(
        l10n.t('There is no profile “{0}”. Profiles are {1}.', node.value, [...known].join(', ')),
        node,
      );
    }
  }

  private reportNode(message: string, node: Node): void {
    this.report(message, node.offset, node.offset + node.length);
  }

  private report(message: string, start: number, end: number): void {
    const left = MOST_PROBLEMS - this.problems.length;
    if (left < 0) return;
    const told = left === 0 ? l10n.t('There are more problems; {0} are told.', MOST_PROBLEMS) : message;
    this.problems.push({ message: told, range: this.rangeOf(start, end) });
  }

  private rangeOf(start: number, end: number): Range {
    return { start: positionAt(this.table, start), end: positionAt(this.table, end) };
  }
}

/** The node at a path below `node`, or the innermost one on the way to it. */
function nodeAt(node: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(node, path.slice(0, length));
    if (found) return found;
  }
  return node;
}

/** Where in the file the UTF-16 unit `at` of a string's value is written: escapes take more than one unit. */
function offsetInString(text: string, node: Node, at: number): number {
  let offset = node.offset + 1;
  for (let unit = 0; unit < at; unit++) {
    if (text[offset] !== '\\') offset += 1;
    else offset += text[offset + 1] === 'u' ? 6 : 2;
  }
  return offset;
}

/** What the parser's error codes say to people. */
export const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name in quotation marks is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace “}” is missing here.',
  CloseBracketExpected: 'A closing bracket “]” is missing here.',
  EndOfFileExpected: 'Nothing may follow after the settings.',
  InvalidCommentToken: 'Comments may not stand here.',
  UnexpectedEndOfComment: 'This comment does not end.',
  UnexpectedEndOfString: 'This text does not end on its line.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'This is no character code: “\\u” and four hexadecimal digits.',
  InvalidEscapeCharacter: 'This is no escape.',
  InvalidCharacter: 'This character may not stand in a text.',
};
