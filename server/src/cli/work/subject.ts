import { relative, resolve, sep } from 'node:path';
import type { OrderTally } from '../../core/dates/orderTally';
import { asksForOrder } from '../../core/dates/siteOrders';
import { IS_DUMP } from '../../core/detect';
import type { CalendarDate } from '../../core/model/date';
import type { Dump, PlacedPage } from '../../core/model/page';
import { type RecognizeOptions, recognize } from '../../core/recognize';
import { diagnose, lowered, type PlacedFinding } from '../../rules/diagnose';
import type { RuleFailure } from '../../rules/findings';
import { ignoresFor } from '../../rules/ignores';
import { recognitionFor } from '../../rules/recognition';
import { mergeSettings, type Settings } from '../../rules/settings';
import type { ConfigChoice, Configs, LoadedConfig } from '../configs';
import { type Decoded, decode } from '../encoding';
import { readBytes } from '../files';
import type { Unit } from '../input/unit';

/** What recognition and rules are told, for all files. Plain data. */
export interface SubjectOptions {
  readonly config: ConfigChoice;
  /** Severities that were given as arguments; they come before those of settings files. */
  readonly rules: Settings;
  /** The day that counts as today. */
  readonly now: CalendarDate;
  readonly assumeDump: boolean;
}

/** A text that was read and recognized. */
export interface Subject {
  readonly unit: Unit;
  /** As it is stored; null where it was taken out of JSON. */
  readonly bytes: Uint8Array | null;
  readonly decoded: Decoded;
  /** Of the text alone: lines count from its beginning, also in parts of a file. */
  readonly dump: Dump;
  readonly settings: Settings;
  /** Where its settings come from, and its path below that. */
  readonly config: LoadedConfig;
  readonly pathBelow: string;
  /** Recognizes a changed text of it. */
  readonly recognize: (text: string, previous: Dump) => Dump;
}

/** What a file's settings say for its recognition, and its path below them. */
export function recognitionIn(
  loaded: LoadedConfig,
  place: string,
  { assumeDump, now }: SubjectOptions,
): { readonly below: string; readonly recognition: RecognizeOptions } {
  const below = relative(loaded.folder, resolve(place)).split(sep).join('/');
  const recognition = { ...recognitionFor(loaded.config, below), now };
  return { below, recognition: assumeDump ? { ...recognition, assumeDump } : recognition };
}

/**
 * Reads a text and recognizes it. Throws a `UserError` where it cannot be read.
 * @param orders what other files of the run show of dates; asked only where it could tell something
 */
export async function subjectOf(
  unit: Unit,
  configs: Configs,
  options: SubjectOptions,
  orders: () => Promise<OrderTally>,
): Promise<Subject> {
  const { content, part, place } = unit;
  const bytes =
    content.kind === 'file' ? await readBytes(place) : content.kind === 'bytes' ? content.bytes : null;
  const decoded: Decoded =
    content.kind === 'text'
      ? { text: content.text, encoding: { charset: 'utf-8', mark: false }, isExact: true }
      : decode(bytes ?? new Uint8Array(), part === null || part.number === 1);
  const config = await configs.of(place);
  const { below, recognition } = recognitionIn(config, place, options);
  // Whether a large file is a dump was seen at its beginning.
  const assumed = part
    ? { ...recognition, assumeDump: recognition.assumeDump ?? part.score >= IS_DUMP }
    : recognition;
  const alone = recognize(decoded.text, assumed);
  const isOpen = asksForOrder(alone);
  const informed = isOpen ? { ...assumed, siteVotes: (await orders()).without(place) } : assumed;
  const { ignores } = config.config;
  return {
    unit,
    bytes,
    decoded,
    dump: isOpen ? recognize(decoded.text, informed, alone) : alone,
    settings: {
      ...mergeSettings(config.config.settings, options.rules),
      ignores: ignoresFor(ignores, below),
    },
    config,
    pathBelow: below,
    recognize: (text, previous) => recognize(text, informed, previous),
  };
}

/** The pages of a text, in lines of its file. */
export function pagesInFile({ unit: { part }, dump: { pages } }: Subject): readonly PlacedPage[] {
  const first = part?.firstLine ?? 0;
  return first === 0 ? pages : pages.map((placed) => ({ ...placed, startLine: placed.startLine + first }));
}

/** The findings of a text, in lines of its file. */
export function findingsInFile(
  { unit: { part }, dump, settings }: Subject,
  onFailure: (failure: RuleFailure) => void,
): readonly PlacedFinding[] {
  const findings = diagnose(dump, settings, onFailure);
  const first = part?.firstLine ?? 0;
  return first === 0 ? findings : findings.map((finding) => lowered(finding, first));
}
