import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleOffEdit } from '../../server/src/features/ruleOff';
import { parseConfig } from '../../server/src/rules/config';
import { applyEdits } from '../../server/src/rules/edits';

const URI = 'file:///dumps/.copydesk.json';

/** The text of a settings file after the rule was turned off. */
function turnedOff(text: string): string {
  const edit = ruleOffEdit({ uri: URI, text, version: null }, 'split-ordinal', {});
  return applyEdits(text, edit?.changes?.[URI] ?? assert.fail('no edit'));
}

test('a rule is added to the settings, comments and order kept', () => {
  const text = '{\n    // ours\n    "rules": {\n        "furniture": "off"\n    }\n}\n';
  assert.equal(
    turnedOff(text),
    '{\n    // ours\n    "rules": {\n        "furniture": "off",\n        "split-ordinal": "off"\n    }\n}\n',
  );
});

test('settings without rules, and of a rule that is set already', () => {
  for (const text of [
    '{}',
    '{\r\n  "profiles": []\r\n}\r\n',
    '{ "rules": { "split-ordinal": "warning" } }',
  ]) {
    const after = turnedOff(text);
    assert.deepEqual(parseConfig(after).settings.rules, { 'split-ordinal': 'off' });
    assert.deepEqual(parseConfig(after).problems, []);
    assert.equal(after.includes('\r\n'), text.includes('\r\n'));
  }
});

test('a file that is no settings is left alone', () => {
  for (const text of ['', '[]', '{ "rules": ', '{ "rules": [] }']) {
    assert.equal(ruleOffEdit({ uri: URI, text, version: null }, 'split-ordinal', {}), null);
  }
});

test('a missing file is made, by clients that can', () => {
  const missing = { uri: URI, text: null, version: null };
  assert.equal(ruleOffEdit(missing, 'split-ordinal', { documentChanges: true }), null);
  const edit = ruleOffEdit(missing, 'split-ordinal', { documentChanges: true, createsFiles: true });
  const start = { line: 0, character: 0 };
  assert.deepEqual(edit?.documentChanges, [
    { kind: 'create', uri: URI },
    {
      textDocument: { uri: URI, version: null },
      edits: [
        {
          range: { start, end: start },
          newText: '{\n  "rules": {\n    "split-ordinal": "off"\n  }\n}\n',
        },
      ],
    },
  ]);
});
