import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import Ajv from 'ajv';
import type { Log, Result } from 'sarif';
import manifest from '../../package.json';
import { applyEdits } from '../../server/src/rules/edits';
import { assertBuilt, CommandFolder } from '../support/commandLine';
import { LIBRARY_DUMP, PLAIN_PROSE } from '../support/libraryDump';

before(assertBuilt);

const now = ['--now', '2024-03-04'];
const WRONG_DATE = LIBRARY_DUMP.replace('opened on Saturday', 'opened on 30 February 2024');

describe('copydesk lint --format jsonl', () => {
  it('writes a document for each finding', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'b.txt': WRONG_DATE });
    const { stdout } = await folder.run(['lint', ...now, '--format', 'jsonl', 'a.txt', 'b.txt']);
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      found.map(({ file }) => file),
      ['a.txt', 'a.txt', 'a.txt', 'b.txt', 'b.txt', 'b.txt', 'b.txt'],
    );
    assert.deepEqual(Object.keys(found[0]), ['file', 'code', 'severity', 'message', 'range', 'fixes']);
  });
});

describe('copydesk lint --format sarif', () => {
  // Of draft 4, from which later ones differ in what the schema's name is written as, and in nothing else that it has.
  const {
    $schema: _draft,
    id: _name,
    ...schema
  } = JSON.parse(
    readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
  );
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  async function logOf(folder: CommandFolder, ...args: string[]): Promise<Log> {
    const { stdout } = await folder.run(['lint', ...now, '--format', 'sarif', ...args]);
    return JSON.parse(stdout);
  }

  const resultsOf = ({ runs }: Log): readonly Result[] => runs[0]?.results ?? [];
  const prints = (log: Log) =>
    resultsOf(log).map(({ partialFingerprints }) => partialFingerprints?.['copydeskFinding/v1']);

  it('writes one document that is valid against the schema of SARIF 2.1.0', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'in/b & c.txt': WRONG_DATE });
    const log = await logOf(folder, '--level', 'hint', 'a.txt', 'in', resolve(folder.path, 'a.txt'));
    assert.equal(validate(log), true, JSON.stringify(validate.errors));
    const [run] = log.runs;
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.ok(resultsOf(log).length > 10);
    for (const { ruleId, ruleIndex } of resultsOf(log)) {
      assert.equal(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id, ruleId);
    }
    const uris = resultsOf(log).map(
      (result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    assert.deepEqual([...new Set(uris)], ['a.txt', 'in/b%20%26%20c.txt']);
    const none = await logOf(folder, '--rule', 'furniture=off', '--level', 'warning', 'a.txt');
    assert.equal(validate(none), true);
    assert.deepEqual(resultsOf(none), []);
  });

  it('counts lines and columns from 1, and writes fixes that mend the text', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP });
    const results = resultsOf(await logOf(folder, 'a.txt'));
    assert.deepEqual(results[0]?.locations?.[0]?.physicalLocation?.region, {
      startLine: 10,
      startColumn: 36,
      endLine: 10,
      endColumn: 38,
    });
    const edits = results.flatMap(({ fixes = [] }) =>
      (fixes[0]?.artifactChanges[0]?.replacements ?? []).map(
        ({ deletedRegion: region, insertedContent }) => ({
          range: {
            start: { line: (region.startLine ?? 0) - 1, character: (region.startColumn ?? 0) - 1 },
            end: { line: (region.endLine ?? 0) - 1, character: (region.endColumn ?? 0) - 1 },
          },
          newText: insertedContent?.text ?? '',
        }),
      ),
    );
    await folder.run(['fix', ...now, 'a.txt']);
    assert.equal(applyEdits(LIBRARY_DUMP, edits), (await folder.read('a.txt')).toString());
  });

  it('tells findings again after lines moved, and alike ones apart', async (context) => {
    const twice = LIBRARY_DUMP.replace(/^(.* ,.*)$/m, '$1\n\n$1');
    const folder = await CommandFolder.create(context, { 'a.txt': twice, 'b.txt': `\n\n\n${twice}` });
    const before = prints(await logOf(folder, '--rule', 'duplicate-paragraph=off', 'a.txt'));
    assert.equal(new Set(before).size, before.length);
    assert.ok(before.length > 3);
    assert.deepEqual(prints(await logOf(folder, '--rule', 'duplicate-paragraph=off', 'b.txt')), before);
  });
});

describe('copydesk lint --format github', () => {
  it('writes commands with encoded values', async (context) => {
    const folder = await CommandFolder.create(context, { 'a,b.txt': WRONG_DATE });
    const { stdout } = await folder.run(['lint', ...now, '--format', 'github', 'a,b.txt']);
    const [first, ...others] = stdout.trimEnd().split('\n');
    assert.equal(
      first,
      '::warning file=a%2Cb.txt,line=10,endLine=10,col=71,endColumn=87,title=Day that its month does not have (date-impossible)::February 2024 has 29 days.',
    );
    assert.equal(others.length, 3);
    for (const line of others) assert.match(line, /^::notice file=a%2Cb\.txt,line=\d+,/);
  });

  it('writes no more than are shown, and sums up the rest', async (context) => {
    const many = LIBRARY_DUMP.replace('opened on', `${'Anna , '.repeat(20)}opened on`);
    const folder = await CommandFolder.create(context, { 'a.txt': many });
    const lines = (await folder.run(['lint', ...now, '--format', 'github', 'a.txt'])).stdout
      .trimEnd()
      .split('\n');
    const notices = lines.filter((line) => line.startsWith('::notice'));
    assert.equal(notices.length, 10);
    assert.match(
      notices.at(-1) ?? '',
      /^::notice title=Copydesk::14 more of 23 findings are in the log of this step$/,
    );
    assert.equal(lines.length, 24);
    assert.match(lines[9] ?? '', /^a\.txt:\d+:\d+: information Space before/);
  });
});

describe('copydesk lint', () => {
  it('lets as many findings pass as it is told', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': LIBRARY_DUMP, 'b.txt': WRONG_DATE });
    const code = async (...args: string[]) => (await folder.run(['lint', ...now, ...args])).code;
    assert.equal(await code('b.txt', '--max-warnings', '0'), 1);
    assert.equal(await code('b.txt', '--max-warnings', '1'), 0);
    assert.equal(await code('a.txt', '--fail-on', 'information', '--max-warnings', '2'), 1);
    assert.equal(await code('a.txt', '--fail-on', 'information', '--max-warnings', '3'), 0);
    assert.equal(await code('a.txt', '--max-warnings', '-1'), 2);
  });

  it('is quiet about what the exit code does not tell of', async (context) => {
    const folder = await CommandFolder.create(context, { 'a.txt': WRONG_DATE, 'b.txt': PLAIN_PROSE });
    const { stdout, stderr } = await folder.run(['lint', ...now, '--quiet', 'a.txt', 'b.txt', '.']);
    assert.match(stdout, /^a\.txt:10:71: warning .*\n$/);
    assert.equal(stderr, '');
    const failed = await folder.run(['lint', '--quiet', 'no.txt']);
    assert.equal(failed.stderr, 'copydesk: no.txt: no such file\n');
  });
});

describe('the problem matcher of the manifest', () => {
  it('reads every line of the unix format', async (context) => {
    const folder = await CommandFolder.create(context, { 'in/a b.txt': WRONG_DATE });
    const { stdout } = await folder.run(['lint', ...now, '--format', 'unix', '--level', 'hint', 'in']);
    const [matcher] = manifest.contributes.problemMatchers;
    assert.ok(matcher);
    const { regexp, file, line, column, severity, message, code } = matcher.pattern;
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((text) => new RegExp(regexp).exec(text));
    const json = await folder.run(['lint', ...now, '--format', 'json', '--level', 'hint', 'in']);
    const { diagnostics } = JSON.parse(json.stdout);
    assert.deepEqual(
      found.map(
        (match) => match && [file, line, column, severity, message, code].map((group) => match[group]),
      ),
      diagnostics.map(
        (each: {
          range: { start: { line: number; character: number } };
          severity: string;
          message: string;
          code: string;
        }) => [
          'in/a b.txt',
          String(each.range.start.line + 1),
          String(each.range.start.character + 1),
          each.severity,
          each.message,
          each.code,
        ],
      ),
    );
  });
});
