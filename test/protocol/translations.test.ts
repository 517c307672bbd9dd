import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import {
  CodeActionRequest,
  CodeActionTriggerKind,
  CodeLensRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver/node';
import english from '../../l10n/bundle.l10n.json';
import korean from '../../l10n/bundle.l10n.ko.json';
import schema from '../../server/schema/copydesk.schema.json';
import { ROLES } from '../../server/src/core/model/role';
import { builtInProfiles } from '../../server/src/core/profiles/builtin';
import { FIXES, LINE_ROLE } from '../../server/src/protocol';
import { RULES } from '../../server/src/rules/registry';
import { SEVERITIES } from '../../server/src/rules/rule';
import { type ClientOptions, TestClient, VSCODE } from '../support/client';
import { damageCases } from '../support/damageCases';
import { pageAround } from '../support/examplePage';

const FOLDER = 'file:///corpus';
const CONFIG = `${FOLDER}/.copydesk.json`;
const SAMPLE = readFileSync('client/samples/dumps/000-river-navigation-talks.txt', 'utf8');

const clients: TestClient[] = [];

// A process tells one language: that of the last client to say hello.
afterEach(async () => {
  clients.push((await TestClient.start()).client);
  for (const client of clients.splice(0)) client.dispose();
});

async function start(options: ClientOptions): Promise<TestClient> {
  const { client } = await TestClient.start({ capabilities: VSCODE, folders: [FOLDER], ...options });
  clients.push(client);
  return client;
}

/** What the server answers about an open document. */
async function answers(client: TestClient, uri: string, text: string): Promise<readonly unknown[]> {
  const { connection } = client;
  const textDocument = { uri };
  const lines = text.split('\n');
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const report = await client.pull(uri);
  const diagnostics = report.kind === 'full' ? report.items : [];
  const context = { diagnostics, triggerKind: CodeActionTriggerKind.Invoked };
  const all: unknown[] = [
    report,
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    await connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
    await connection.sendRequest(CodeLensRequest.type, { textDocument }),
    await connection.sendRequest(InlayHintRequest.type, { textDocument, range }),
    await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context }),
    await connection.sendRequest(FIXES, textDocument),
  ];
  // Only a whole dump is looked at line by line: the others are alike but for what is found in them.
  const starts = text === SAMPLE ? lines.map((_line, line) => ({ line, character: 0 })) : [];
  for (const position of [...starts, ...diagnostics.map(({ range: { start } }) => start)]) {
    const here = { textDocument, position };
    const place = { start: position, end: position };
    all.push(
      await connection.sendRequest(HoverRequest.type, here),
      await connection.sendRequest(CompletionRequest.type, here),
      await connection.sendRequest(CodeActionRequest.type, { textDocument, range: place, context }),
      await connection.sendRequest(LINE_ROLE, { uri, line: position.line }),
    );
  }
  return all;
}

/** Keys under which answers hold what people read. */
const SHOWN: ReadonlySet<string> = new Set([
  'message',
  'title',
  'label',
  'detail',
  'name',
  'value',
  'collapsedText',
  'tooltip',
  'description',
  'documentation',
  'reason',
]);

/** Keys under which answers hold what edits write. */
const WRITTEN: ReadonlySet<string> = new Set(['newText']);

/** The texts in an answer that stand under some keys. */
function textsUnder(answer: unknown, keys: ReadonlySet<string>): readonly string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    typeof value === 'string' ? (keys.has(key) ? [value] : []) : textsUnder(value, keys),
  );
}

/** Dumps that make every rule speak, by their URIs. */
function dumps(): ReadonlyMap<string, string> {
  const examples = RULES.flatMap(({ examples: { wrong } }) => wrong.map(({ text }) => text));
  const cases = readdirSync('test/fixtures/damage').flatMap((file) =>
    damageCases(file.replace('.jsonl', '')).flatMap(({ text, language, found }) =>
      typeof text === 'string' && found.length > 0 && language === 'en' ? [text] : [],
    ),
  );
  const texts = [SAMPLE, ...[...examples, ...cases].map(pageAround)];
  return new Map(texts.map((text, index) => [`${FOLDER}/${index}.dump`, text]));
}

/** A settings file with one of each mistake that a settings file can have. */
const MISTAKES = `{
  "colour": 1,
  "rules": { "no-such-rule": "off", "furniture": "loud" },
  "profiles": [
    1,
    { "id": "No id!", "title": "", "language": "?", "dateOrder": "x", "lines": [] },
    { "id": "a", "title": "A", "lines": [{ "role": "nothing" }, { "role": 1, "template": "x", "signature": 7 }] },
    { "id": "a", "title": "A", "lines": [{ "role": "promo", "template": "x", "place": "top", "once": 1, "closes": 2 }] },
    { "id": "a", "title": "A", "lines": [{ "role": "promo", "template": "x" }] },
    { "id": "a", "title": "A", "dateForms": [{ "role": "metadata", "pattern": "dd", "language": "?" }], "lines": 1 },
    { "id": "a", "title": "A", "transitions": [{ "from": "promo", "to": "promo", "weight": 99 }], "lines": [
      ${[
        '(a',
        '(a)',
        '(a|)',
        '[a',
        '[]',
        'a)',
        '{a',
        '{}',
        '{1}',
        '{a:no}',
        '{a:none}',
        '{a:dd-mm}',
        '{a:YYYY}',
        '{a:Qx}',
        '{a:}',
        "{a:''}",
        '{a}',
        '[a]',
        'a\\\\q',
        'a\\\\',
        '{a} - {a:yyyy}',
        '{a:yyyy} - {a}',
      ]
        .map((template) => `{ "role": "promo", "template": ${JSON.stringify(template)} }`)
        .join(', ')}
    ] }
  ],
  "lines": [{ "role": "promo" }, { "role": "x", "quote": { "exact": " " } }, { "quote": 1 }, { "role": "promo", "template": 1, "file": "" }],
  "files": [{ "file": "a.txt", "isDump": 1 }, {}, { "file": 1, "profile": 1 }, { "file": "a", "profile": "no-such-profile" }],
  "ignores": [{ "rule": "no-such-rule", "file": "a" }, { "rule": "furniture" }, { "rule": "furniture", "quote": { "exact": 1, "prefix": 1, "suffix": 1 } }, 1]
}`;

/** Files that are no JSON, each in its own way. */
const BROKEN = [
  '',
  '1',
  '{ "rules": {} } 1',
  '{ rules: {} }',
  '{ "rules" 1 }',
  '{ "rules": "\\q" }',
  '{ "lines": [ }',
];

/** Letters of translations that no file has. */
const WIDE = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

/** A text with every letter that is not to be filled in made wide: what stays narrow was not translated. */
function pseudo(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, (part) => (part.length === 1 ? WIDE(part) : part));
}

const PSEUDO = { ...Object.fromEntries(Object.keys(english).map((text) => [text, pseudo(text)])), en: 'ko' };

/** What is the same in every language: names that settings files and programs know. */
const NAMES = [
  'CRLF LF windows-1252 windows-1251 Mac Roman GBK Shift-JIS EUC-KR XXXX',
  // Words that edits complete.
  'Wednesday government',
  ...ROLES,
  ...SEVERITIES,
  ...RULES.map(({ code }) => code),
  JSON.stringify(builtInProfiles()),
  JSON.stringify(schema),
].join(' ');

/** Texts in answers that nobody translated: words that are neither in the file nor what would be written into it. */
function untranslated(answers: readonly unknown[], file: string): readonly string[] {
  const known = [NAMES, file, ...textsUnder(answers, WRITTEN)].join(' ').toLowerCase();
  return textsUnder(answers, SHOWN).flatMap((text) => {
    const words = text.replace(/U\+[0-9A-F]{4}/g, '').match(/[A-Za-z]{2,}/g) ?? [];
    const bare = words.filter((word) => !known.includes(word.toLowerCase()));
    return bare.length > 0 ? [`${bare.join(', ')} in: ${text.slice(0, 200)}`] : [];
  });
}

describe('everything that the server says', () => {
  it('is translated, whatever is in a dump', async () => {
    const client = await start({ initializationOptions: { translations: PSEUDO, hasCommands: true } });
    const bare: string[] = [];
    for (const [uri, text] of dumps()) {
      await client.open(uri, text);
      bare.push(...untranslated(await answers(client, uri, text), text));
      await client.close(uri);
    }
    assert.deepEqual(bare, []);
  });

  it('is translated, whatever is wrong in a settings file', async () => {
    const client = await start({ initializationOptions: { translations: PSEUDO } });
    let count = 0;
    for (const text of [MISTAKES, ...BROKEN]) {
      await client.open(CONFIG, text, 'jsonc');
      const report = await client.pull(CONFIG);
      assert.ok(report.kind === 'full');
      count += report.items.length;
      assert.deepEqual(untranslated([report], text), []);
      await client.close(CONFIG);
    }
    assert.ok(count > 50, `${count} mistakes`);
  });

  it('is Korean for a Korean editor', async () => {
    const client = await start({ initializationOptions: { translations: korean, hasCommands: true } });
    await assertKorean(client);
  });

  it('is Korean for other editors that name their locale, where translations are shipped', async () => {
    const asked: string[] = [];
    const runtime = {
      readTranslations: async (language: string) => {
        asked.push(language);
        return language === 'ko' ? JSON.stringify(korean) : null;
      },
    };
    await assertKorean(
      await start({ locale: 'ko_KR.UTF-8', initializationOptions: { hasCommands: true }, runtime }),
    );
    assert.deepEqual(asked, ['ko-kr', 'ko']);
  });

  it('is English for all others', async () => {
    for (const locale of ['de', 'en-US', '../ko', '']) {
      const client = await start({ locale, runtime: { readTranslations: async () => null } });
      await client.open(SAMPLE_URI, SAMPLE);
      const report = await client.pull(SAMPLE_URI);
      const [first] = report.kind === 'full' ? report.items : [];
      assert.equal(first?.message, 'Two dates run together: February 05, 2025, Feb 05, 2025.');
    }
  });
});

const SAMPLE_URI = `${FOLDER}/sample.dump`;

async function assertKorean(client: TestClient): Promise<void> {
  await client.open(SAMPLE_URI, SAMPLE);
  const textDocument = { uri: SAMPLE_URI };
  const start = { line: 0, character: 0 };
  const end = { line: 99, character: 0 };
  const { connection } = client;
  const report = await client.pull(SAMPLE_URI);
  const messages = report.kind === 'full' ? report.items.map(({ message }) => message) : [];
  assert.equal(messages[0], '두 날짜가 붙어 있습니다: February 05, 2025, Feb 05, 2025');
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position: start });
  assert.match(JSON.stringify(hover), /수요일.*페이지를 수집한 날.*이유/);
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument,
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  assert.match(JSON.stringify(actions), /변경.*이 파일에서 .* 무시.*규칙 끄기.*모두 수정/);
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
  assert.deepEqual(
    lenses?.map(({ command }) => command?.title),
    [
      '2024-12-31 · Ministry of Foreign Affairs (EN) · 문제 6개',
      '모두 수정',
      '관련 기사 10건 · 2025-01-26 ~ 2025-02-04',
    ],
  );
  const outline = JSON.stringify(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }));
  for (const name of ['상단 정보', '메타데이터', '발행일: 2024-12-31', '본문', '209단어', '10건'])
    assert.ok(outline.includes(name), name);
  const hints = await connection.sendRequest(InlayHintRequest.type, { textDocument, range: { start, end } });
  assert.match(JSON.stringify(hints), /2024-12-31 화/);
}
