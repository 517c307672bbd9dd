import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { globSync } from 'tinyglobby';
import { DETECTION_LENGTH, detect, IS_DUMP, SURELY_DUMP } from '../../server/src/core/detect';
import { readCase } from '../support/recognitionCase';

const folder = join('test', 'fixtures', 'recognition');

describe('detection', () => {
  test('of the files that packages carry, at most 1 in 1,000 would be switched without asking', (context) => {
    const files = globSync(
      [
        '**/*.{md,txt,markdown,csv,map,yml,yaml}',
        '**/{LICENSE,LICENCE,CHANGELOG,README,AUTHORS,NOTICE}*',
        '**/{index,package}.{js,json,d.ts}',
      ],
      { cwd: 'node_modules', absolute: true, dot: false },
    ).sort();
    // Many packages carry the same licence.
    const known = new Map<string, number>();
    const scores = files.map((file) => {
      const beginning = readFileSync(file, 'utf8').slice(0, DETECTION_LENGTH);
      const score = known.get(beginning) ?? detect(beginning).score;
      known.set(beginning, score);
      return score;
    });
    const sure = files.filter((_, index) => (scores[index] ?? 0) >= SURELY_DUMP);
    const offered = scores.filter((score) => score >= IS_DUMP).length;
    context.diagnostic(`${files.length} files: ${sure.length} switched, ${offered} offered`);
    assert.ok(files.length > 500);
    assert.ok(sure.length <= files.length / 1000, sure.join('\n'));
    assert.ok(offered <= files.length / 50, `${offered} offered`);
  });

  test('at least 95 % of dumps are taken for dumps', (context) => {
    const cases = readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readCase(folder, file.slice(0, -'.txt'.length)))
      .filter(({ facts }) => facts.isDump === true);
    const scores = cases.map(({ text }) => detect(text).score);
    const taken = scores.filter((score) => score >= IS_DUMP).length;
    const switched = scores.filter((score) => score >= SURELY_DUMP).length;
    context.diagnostic(`${cases.length} dumps: ${taken} taken, ${switched} switched without asking`);
    assert.ok(taken >= cases.length * 0.95);
  });

  test('says no, and why, to what is no text', () => {
    assert.deepEqual(detect(''), { score: 0, reasons: ['it is empty'] });
    assert.deepEqual(detect(' \n\n\t\n'), { score: 0, reasons: ['it is empty'] });
    assert.equal(detect('\u0000\u0001\u0002PK\u0003\u0004'.repeat(50)).score, 0);
  });
});
