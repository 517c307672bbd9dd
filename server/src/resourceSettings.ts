import { type ConfigFile, pathBelow } from './configFiles';
import { INLAY_HINT_MODES, type InlayHintMode } from './features/inlayHints';
import { NO_CONFIG } from './rules/config';
import { ignoresFor } from './rules/ignores';
import { type ConfiguredRecognition, recognitionFor } from './rules/recognition';
import { mergeSettings, parseSettings, type Settings } from './rules/settings';

/** Section of the client's settings. */
export const SECTION = 'copydesk';

/** Megabytes up to which a file is analyzed, where nothing else is set: as large as editors sync files. */
export const DEFAULT_MAX_FILE_SIZE = 50;

/** Whether there are lenses, and which dates have hints, where nothing else is set. */
export const DEFAULT_CODE_LENS = true;
export const DEFAULT_INLAY_HINTS: InlayHintMode = 'fields';

/** Everything that is set for one document. */
export interface ResourceSettings {
  readonly rules: Settings;
  readonly recognition: ConfiguredRecognition;
  /** In megabytes, a character counted as a byte. */
  readonly maxFileSize: number;
  readonly codeLens: boolean;
  readonly inlayHints: InlayHintMode;
  /** The settings file that holds, or where one would be made; null outside the workspace. */
  readonly configFile: ConfigFile | null;
  /** What is wrong with the client's settings, for a log. */
  readonly problems: readonly string[];
}

/**
 * Joins the client's settings with those of the workspace's file. Where both set a rule, the file counts: it says the same
 * to every editor and to the command line.
 */
export function resourceSettings(
  uri: string,
  section: unknown,
  configFile: ConfigFile | null,
): ResourceSettings {
  const own = typeof section === 'object' && section !== null ? section : {};
  const { settings, problems } = parseSettings('rules' in own ? own.rules : undefined);
  const size = 'maxFileSize' in own ? own.maxFileSize : undefined;
  const lenses = 'codeLens' in own ? own.codeLens : undefined;
  const hints = 'inlayHints' in own ? own.inlayHints : undefined;
  const config = configFile?.config ?? NO_CONFIG;
  const path = configFile && pathBelow(configFile, uri);
  return {
    rules: { ...mergeSettings(settings, config.settings), ignores: ignoresFor(config.ignores, path) },
    recognition: recognitionFor(config, path),
    maxFileSize: typeof size === 'number' && size > 0 ? size : DEFAULT_MAX_FILE_SIZE,
    codeLens: typeof lenses === 'boolean' ? lenses : DEFAULT_CODE_LENS,
    inlayHints: INLAY_HINT_MODES.find((mode) => mode === hints) ?? DEFAULT_INLAY_HINTS,
    configFile,
    problems: problems.map(({ path, message }) => `${[SECTION, 'rules', ...path].join('.')}: ${message}`),
  };
}
