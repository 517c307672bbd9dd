import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'jsonc-parser';
import { DETECTION_MODES } from '../client/src/decision';
import { CONFIG_FILE, DUMP, PLAIN_TEXT } from '../client/src/language';
import types from '../node_modules/@types/vscode/package.json';
import manifest from '../package.json';
import nls from '../package.nls.json';
import { INLAY_HINT_MODES } from '../server/src/features/inlayHints';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../server/src/features/tokenTypes';
import { COMMANDS } from '../server/src/protocol';
import {
  DEFAULT_CODE_LENS,
  DEFAULT_INLAY_HINTS,
  DEFAULT_MAX_FILE_SIZE,
  SECTION,
} from '../server/src/resourceSettings';
import * as config from '../server/src/rules/configName';
import { RULES } from '../server/src/rules/registry';
import { SEVERITIES } from '../server/src/rules/rule';
import grammar from '../syntaxes/article-dump.tmLanguage.json';

const { contributes } = manifest;
const settings = contributes.configuration.properties;
const language = contributes.languages.find(({ id }) => id === DUMP);

const english: Readonly<Record<string, string>> = nls;

/** A text of the manifest as it is shown in English. */
function textOf(reference: string): string {
  return english[reference.replace(/^%(.+)%$/, '$1')] ?? assert.fail(`${reference} has a text`);
}

function source(path: string): string {
  return readFileSync(path, 'utf8');
}

describe('the manifest, to start the extension', () => {
  it('names entries that were built', () => {
    for (const path of [manifest.main, manifest.browser, manifest.bin.copydesk]) {
      assert.ok(existsSync(path), `${path} is there after npm run build`);
    }
  });

  it('starts it for dumps, by the language’s configuration, and for plain text, by an event', () => {
    assert.ok(language?.configuration, 'without it the editor does not start the extension for the language');
    assert.deepEqual(manifest.activationEvents, [`onLanguage:${PLAIN_TEXT}`]);
  });

  it('declares that it works in untrusted and virtual workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('asks for the editor whose types it was checked against', () => {
    assert.equal(manifest.engines.vscode, `^${types.version}`);
  });

  it('runs in a browser, without the modules of Node', () => {
    const required = (path: string): string[] => [
      ...new Set(source(path).match(/(?<=\brequire\(")[^"]+(?="\))/g)),
    ];
    assert.deepEqual(required('dist/extension.browser.js'), ['vscode']);
    assert.deepEqual(required('dist/server.browser.js'), []);
  });

  it('names files that are there', () => {
    const named = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration }) => configuration ?? []),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    for (const path of named) assert.ok(existsSync(path), path);
  });
});

describe('what is shipped', () => {
  it('has the licence of every package in it, all of which may be shipped', () => {
    const found = [...source('dist/licenses.txt').matchAll(/^(\S+) \d+\.\d+\.\S+ \((.+)\)$/gm)];
    const names = found.map(([, name]) => name);
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'jsonc-parser', 'valibot'])
      assert.ok(names.includes(name), name);
    const free = new Set([
      'MIT',
      'ISC',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'Apache-2.0',
      'BlueOak-1.0.0',
      'Zlib',
    ]);
    for (const [, name, license = ''] of found) {
      for (const each of license.replace(/[()]/g, '').split(' AND '))
        assert.ok(free.has(each), `${name}: ${each}`);
    }
  });
});

describe('the manifest’s language', () => {
  it('claims names that only dumps have, never all text files', () => {
    assert.deepEqual(language?.extensions, ['.dump', '.dump.txt']);
    assert.deepEqual(language?.filenamePatterns, ['**/dumps/**/*.txt']);
    assert.ok(!('firstLine' in (language ?? {})));
  });

  it('has its grammar', () => {
    assert.deepEqual(
      contributes.grammars.map(({ language, scopeName }) => [language, scopeName]),
      [[DUMP, grammar.scopeName]],
    );
  });

  it('takes words of any script whole, and closes nothing by itself', () => {
    const configuration = parse(source(language?.configuration ?? ''));
    const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);
    assert.deepEqual('Kim’s vice-premier “said” 21st: 평양, 東京 naïve Ελλάδα'.match(word), [
      'Kim’s',
      'vice-premier',
      'said',
      '21st',
      '평양',
      '東京',
      'naïve',
      'Ελλάδα',
    ]);
    assert.equal('-0- …'.match(word)?.join(), '0');
    for (const name of ['brackets', 'autoClosingPairs', 'surroundingPairs']) {
      assert.deepEqual(configuration[name], [], name);
    }
  });

  it('lets no habit of a person change a source on saving', () => {
    const defaults = contributes.configurationDefaults[`[${DUMP}]`];
    for (const name of [
      'editor.formatOnSave',
      'editor.formatOnPaste',
      'editor.formatOnType',
      'files.trimTrailingWhitespace',
      'files.trimFinalNewlines',
      'files.insertFinalNewline',
    ] as const) {
      assert.equal(defaults[name], false, name);
    }
  });

  it('pins the headline, and no first paragraph below it', () => {
    const defaults = contributes.configurationDefaults[`[${DUMP}]`];
    assert.equal(defaults['editor.stickyScroll.enabled'], true);
    assert.equal(defaults['editor.stickyScroll.maxLineCount'], 1);
  });

  it('colours the tokens that the server sends', () => {
    assert.deepEqual(
      contributes.semanticTokenTypes,
      TOKEN_TYPES.map(({ id, superType }) => ({ id, superType, description: `%token.${id}%` })),
    );
    for (const { id, description } of TOKEN_TYPES) assert.equal(textOf(`%token.${id}%`), description);
    for (const { id, description } of TOKEN_MODIFIERS) assert.equal(textOf(`%modifier.${id}%`), description);
    assert.deepEqual(
      contributes.semanticTokenModifiers,
      TOKEN_MODIFIERS.map(({ id }) => ({ id, description: `%modifier.${id}%` })),
    );
    assert.deepEqual(contributes.semanticTokenScopes, [
      { language: DUMP, scopes: Object.fromEntries(TOKEN_TYPES.map(({ id, scopes }) => [id, scopes])) },
    ]);
    assert.equal(contributes.configurationDefaults[`[${DUMP}]`]['editor.semanticHighlighting.enabled'], true);
  });
});

const registered = new Set(source('client/src/commands.ts').match(/(?<=^ {4}')copydesk\.\w+(?=': )/gm));

describe('the manifest’s commands', () => {
  it('are those that the client registers; what only the server names is in no list', () => {
    const listed = new Set(contributes.commands.map(({ command }) => command));
    assert.deepEqual(new Set([...listed, COMMANDS.showLine]), registered);
    for (const command of Object.values(COMMANDS)) assert.ok(registered.has(command), command);
  });

  it('are used by name only where they exist', () => {
    const used = source('client/src/statusItem.ts').match(/(?<=command: ')copydesk\.\w+/g) ?? [];
    assert.ok(used.length > 0);
    for (const command of used) assert.ok(registered.has(command), command);
  });

  it('stand in the palette as Copydesk’s, and in an editor’s menus only for dumps', () => {
    for (const { category, title } of contributes.commands) {
      assert.equal(category, 'Copydesk', title);
    }
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const { command, when } of items) {
        assert.ok(registered.has(command), command);
        if (menu.startsWith('editor/')) assert.match(when, new RegExp(`editorLangId == ${DUMP}`), command);
        if (menu.startsWith('view/')) assert.match(when, /view == copydesk\.dumps/, command);
      }
    }
  });

  it('have keys under one chord, for dumps alone, each its own', () => {
    const keys = contributes.keybindings.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    for (const { key, command, when } of contributes.keybindings) {
      assert.match(key, /^ctrl\+alt\+d [a-z+]+$/);
      assert.ok(registered.has(command), command);
      assert.match(when, new RegExp(`editorLangId == ${DUMP}`), command);
    }
  });
});

describe('the manifest’s walkthrough', () => {
  const [walkthrough] = contributes.walkthroughs;

  it('has five steps with a picture, a button and an end that the editor can see', () => {
    assert.equal(walkthrough?.steps.length, 5);
    for (const { id, description, media, completionEvents } of walkthrough?.steps ?? []) {
      assert.match(textOf(description), /\]\(command:/, id);
      assert.ok(existsSync(media.image), media.image);
      assert.ok(completionEvents.length > 0, id);
    }
  });

  it('runs commands that exist', () => {
    const texts = Object.values(english).join('\n');
    const named = texts.match(/(?<=\(command:)copydesk\.(?!dumps)\w+(?=\))/g) ?? [];
    assert.ok(named.length > 0);
    for (const command of named) assert.ok(registered.has(command), command);
  });
});

describe('the manifest’s settings', () => {
  it('all have a name of ours, a scope, a default and a description', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.match(name, /^copydesk\.[a-z]+(?:\.[a-z]+)*$/i);
      assert.ok(['resource', 'window'].includes(setting.scope), `${name} has a scope`);
      assert.ok('default' in setting, `${name} has a default`);
      assert.ok(textOf(setting.markdownDescription).length > 20, `${name} has a description`);
    }
  });

  it('offer the ways of detection that the client knows, the first as default', () => {
    const detection = settings['copydesk.detection'];
    assert.deepEqual(detection.enum, DETECTION_MODES);
    assert.equal(detection.default, DETECTION_MODES[0]);
    assert.equal(detection.markdownEnumDescriptions.length, DETECTION_MODES.length);
  });

  it('have the names and defaults that the server knows', () => {
    assert.equal(SECTION, 'copydesk');
    assert.equal(settings['copydesk.maxFileSize'].default, DEFAULT_MAX_FILE_SIZE);
    assert.equal(settings['copydesk.codeLens'].default, DEFAULT_CODE_LENS);
    assert.equal(settings['copydesk.inlayHints'].default, DEFAULT_INLAY_HINTS);
    assert.deepEqual(settings['copydesk.inlayHints'].enum, [...INLAY_HINT_MODES]);
    const modes = settings['copydesk.inlayHints'].markdownEnumDescriptions;
    assert.equal(modes.length, INLAY_HINT_MODES.length);
  });

  it('offer every rule with its own severity', () => {
    const { properties, additionalProperties } = settings['copydesk.rules'];
    assert.equal(additionalProperties, false);
    assert.deepEqual(
      Object.entries(properties).map(([code, schema]) => [code, schema.default]),
      RULES.map(({ code, severity }) => [code, severity]),
    );
    for (const schema of Object.values(properties)) assert.deepEqual(schema.enum, SEVERITIES);
  });

  it('and the settings file are completed and checked', () => {
    assert.deepEqual(
      contributes.jsonValidation.map(({ fileMatch }) => fileMatch),
      [CONFIG_FILE],
    );
    const jsonc = contributes.languages.find(({ id }) => id === 'jsonc');
    assert.equal(CONFIG_FILE, config.CONFIG_FILE);
    assert.deepEqual(jsonc?.filenames, [CONFIG_FILE], 'comments are let pass in it');
  });
});
