import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import type { Position } from '../../server/src/core/model/range';
import { scanLines } from '../../server/src/core/text/lines';
import { configCompletions, configHover } from '../../server/src/features/configLanguage';
import { parseConfig } from '../../server/src/rules/config';
import { applyEdits } from '../../server/src/rules/edits';
import { positionAt } from '../../server/src/rules/offsets';

/** A text without its caret `^`, and where that was. */
function withCaret(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  return { text, position: positionAt(scanLines(text), offset) };
}

function shown(marked: string): string | null {
  const { text, position } = withCaret(marked);
  const hover = configHover(text, position, MarkupKind.PlainText);
  return hover && MarkupContent.is(hover.contents) ? hover.contents.value : null;
}

/** The text after each completion. */
function completed(marked: string): readonly string[] {
  const { text, position } = withCaret(marked);
  return configCompletions(text, position).map(({ textEdit }) => {
    assert.ok(textEdit && 'range' in textEdit);
    return applyEdits(text, [textEdit]);
  });
}

test('roles, rules and profiles tell what they mean', () => {
  assert.match(
    shown('{ "lines": [{ "role": "de^ck" }] }') ?? '',
    /^Deck\n\nthe standfirst below the headline/,
  );
  assert.match(
    shown('{ "rules": { "split-ord^inal": "off" } }') ?? '',
    /^split-ordinal: Ordinal number split/,
  );
  assert.match(shown('{ "rules": { "split-ordinal": "o^ff" } }') ?? '', /^split-ordinal: /);
  assert.match(shown('{ "files": [{ "file": "*", "profile": "kcna-^watch" }] }') ?? '', /^KCNA Watch/);
  for (const nothing of [
    '{ "ro^le": 1 }',
    '{ "lines": [{ "role": "x^" }] }',
    '^',
    '{ ^ }',
    '{ "rules": { "no^": 1 } }',
  ]) {
    assert.equal(shown(nothing), null, nothing);
  }
});

test('a file’s profile is one of those that there are, those of the settings file first', () => {
  const own =
    '{"id":"herald","title":"Herald","lines":[{"role":"legal","template":"(c) Herald","signature":1}]}'.replace(
      '(c)',
      'Of',
    );
  const texts = completed(`{ "profiles": [${own}], "files": [{ "file": "*", "profile": "h^" }] }`);
  assert.ok(texts.length > 3);
  assert.match(texts[0] ?? '', /"profile": "none" /);
  assert.match(texts[1] ?? '', /"profile": "herald" /);
  for (const text of texts) assert.deepEqual(parseConfig(text).problems, []);
});

test('fields of templates have names, and types behind a colon', () => {
  const names = completed('{ "lines": [{ "role": "metadata", "template": "On {p^" }] }');
  assert.ok(names.some((text) => text.includes('"On {published"')));
  const types = completed('{ "lines": [{ "role": "metadata", "template": "On {published:^}" }] }');
  assert.ok(types.some((text) => text.includes('{published:number}')));
  for (const text of types) assert.deepEqual(parseConfig(text).problems, []);
  assert.deepEqual(completed('{ "lines": [{ "role": "metadata", "template": "On {p} ^" }] }'), []);
  assert.deepEqual(completed('{ "lines": [{ "role": "met^" }] }'), []);
});
