import manifest from '../../package.json';
import texts from '../../package.nls.json';

const english: Readonly<Record<string, string>> = texts;

/** A text of the manifest in English. Throws where there is none. */
function textOf(reference: string): string {
  const text = english[reference.replace(/^%(.+)%$/, '$1')];
  if (text === undefined) throw new Error(`${reference} has no text`);
  return text;
}

/** Names of keys as keyboards have them, by the manifest's. */
const KEYS: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  down: '↓',
  up: '↑',
  pagedown: 'PgDn',
  pageup: 'PgUp',
};

/** One press: `shift+n` as `Shift+N`. */
function pressed(chord: string): string {
  return chord
    .split('+')
    .map((key) => KEYS[key] ?? key.toUpperCase())
    .join('+');
}

/** The table of the key bindings, all of which begin with the same press. */
export function keysTable(): string {
  const titles = new Map(manifest.contributes.commands.map(({ command, title }) => [command, textOf(title)]));
  const rows = manifest.contributes.keybindings.map(({ key, command }) => {
    const keys = key.split(' ').map((press) => `<kbd>${pressed(press)}</kbd>`);
    return `| ${keys.join(' ')} | ${titles.get(command)} |`;
  });
  return ['| keys | command |', '|---|---|', ...rows].join('\n');
}

/** What the editor shows of a text as a link to a setting, for a page outside it. */
function plain(text: string): string {
  return text.replace(/`#([^#`]+)#`/g, '`$1`').replaceAll('|', '\\|');
}

/** The table of the settings: name, default and meaning. */
export function settingsTable(): string {
  const rows = Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) => {
    const values =
      'enum' in setting && 'markdownEnumDescriptions' in setting
        ? setting.enum.map((value, index) => {
            const meaning = plain(textOf(setting.markdownEnumDescriptions[index] ?? ''));
            return `\`${value}\`: ${meaning}`;
          })
        : [];
    const meaning = [plain(textOf(setting.markdownDescription)), ...values].join('<br>');
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${meaning} |`;
  });
  return ['| setting | default | means |', '|---|---|---|', ...rows].join('\n');
}
