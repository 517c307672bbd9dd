import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAuthorWord, readAuthors, type Span } from '../../server/src/core/authors/spans';

/** What is read from a line that is known for an author's; `{}` stands around a date. */
function authors(marked: string, isSigned = true): string | null {
  const taken: Span[] = [];
  let line = '';
  for (const part of marked.split(/[{}]/)) {
    if (marked.includes(`{${part}}`)) taken.push({ start: line.length, end: line.length + part.length });
    line += part;
  }
  const span = readAuthors(line, taken, isSigned);
  return span && line.slice(span.start, span.end);
}

const SIGNED: readonly (readonly [line: string, name: string | null])[] = [
  ['By Ida Holm {March 5, 2024}, 10:00am EDT', 'Ida Holm'],
  ['{March 5, 2024} | By Ida Holm', 'Ida Holm'],
  ['Ida Holm · Harbour News · Posted: {Mar 05, 2024}', 'Ida Holm'],
  ['By Ida Holm and Otto Berg on {March 5, 2024} at 3:53PM', 'Ida Holm and Otto Berg'],
  ['By Ida Holm , Otto Berg , Freelance Writer', 'Ida Holm , Otto Berg'],
  ['By Ida Holm, Chief Keeper of Locks', 'Ida Holm'],
  ['Ida Holm Senior Reporter', 'Ida Holm'],
  ['Ida Holm Ida Holm', 'Ida Holm'],
  ['Von: Reinhard van der Meer und Ida Holm', 'Reinhard van der Meer und Ida Holm'],
  ['von Von Ida Holm', 'Ida Holm'],
  ['Ein Kommentar von Ida Holm', 'Ida Holm'],
  ['By The Canal Press 3 minute Read', 'The Canal Press'],
  ['Institute for Still Water', 'Institute for Still Water'],
  ['（ 责任编辑：李水 ）', '李水'],
  ['本报记者 李水', '李水'],
  ['이은춘 기자', '이은춘'],
  ['기자명 이은춘 기자', '이은춘'],
  ['이은춘·한가람 기자', '이은춘·한가람'],
  ['記者林語彤/石崗報導', '林語彤'],
  ['整合 新河日报记者 李水', '李水'],
  ['【記者】黒木 一真', '黒木 一真'],
  ['Muhabir: Haber Merkezi', 'Haber Merkezi'],
  ['बाढ़ पर | लेखक: सुमन त्रिपाठी', 'सुमन त्रिपाठी'],
  ['بقلم: ليلى الحسيني', 'ليلى الحسيني'],
  ['{November 9, 2022} by Ida Holm Leave a Comment', 'Ida Holm'],
  ['By Ida Holm and Otto Berg The Canal Press', 'Ida Holm and Otto Berg'],
  ['Опубліковано', null],
  ['Published {12 June 2019}', null],
  ['A look at what the lock keepers do', null],
  ['42', null],
  ['', null],
];

describe('authors in a line', () => {
  for (const [line, name] of SIGNED) it(`of “${line}”`, () => assert.equal(authors(line), name));

  it('need a word for them where the line is not known for theirs', () => {
    assert.equal(authors('Ida Holm', false), null);
    assert.equal(authors('Image by Ida Holm', false), null);
    assert.equal(authors('{March 5, 2024} By Ida Holm', false), 'Ida Holm');
  });

  it('are announced by a word alone', () => {
    assert.ok(isAuthorWord('By') && isAuthorWord('Autor:'));
    assert.ok(!isAuthorWord('By Ida Holm'));
  });

  it('are looked for in linear time', () => {
    const used = process.cpuUsage();
    for (const part of ['by ', ' - ', 'A, ', 'von ', '记者'])
      readAuthors(part.repeat(1_000_000 / part.length), [], true);
    assert.ok(process.cpuUsage(used).user < 1_000_000);
  });
});
