import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addChoice,
  type Choice,
  choiceForDocument,
  choiceForText,
  fingerprint,
  MOST_CHOICES,
  parseChoices,
} from '../../client/src/choices';

const A = 'file:///corpus/a.txt';
const B = 'file:///corpus/b.txt';
const story = fingerprint('The harbour reopened on Monday.');
const notes = fingerprint('buy milk');

function choices(...added: Choice[]): readonly Choice[] {
  return added.reduce<readonly Choice[]>(addChoice, []);
}

describe('choices of language', () => {
  it('are found by the document, also after its text changed', () => {
    const made = choices({ uri: A, text: story, language: 'plaintext' });
    assert.equal(choiceForDocument(made, A), 'plaintext');
    assert.equal(choiceForDocument(made, B), null);
  });

  it('are found by the text, the last one first', () => {
    const made = choices(
      { uri: A, text: story, language: 'plaintext' },
      { uri: B, text: story, language: 'article-dump' },
    );
    assert.equal(choiceForText(made, story), 'article-dump');
    assert.equal(choiceForText(made, notes), null);
    assert.equal(choiceForDocument(made, A), 'plaintext', 'that of the other document stays');
  });

  it('replace earlier ones for the same document, named or not', () => {
    const named = choices(
      { uri: A, text: story, language: 'plaintext' },
      { uri: A, text: notes, language: 'article-dump' },
    );
    assert.deepEqual(named, [{ uri: A, text: notes, language: 'article-dump' }]);
    const unnamed = choices(
      { uri: null, text: story, language: 'plaintext' },
      { uri: null, text: notes, language: 'plaintext' },
      { uri: null, text: story, language: 'article-dump' },
    );
    assert.equal(unnamed.length, 2);
    assert.equal(choiceForText(unnamed, story), 'article-dump');
  });

  it('made for an empty text say nothing about other empty texts', () => {
    const made = choices({ uri: A, text: fingerprint(''), language: 'plaintext' });
    assert.equal(choiceForText(made, fingerprint('')), null);
  });

  it('are forgotten, the oldest first, when there are too many', () => {
    let made: readonly Choice[] = [];
    for (let i = 0; i <= MOST_CHOICES; i++) {
      made = addChoice(made, { uri: `file:///${i}.txt`, text: `1:${i}`, language: 'plaintext' });
    }
    assert.equal(made.length, MOST_CHOICES);
    assert.equal(choiceForDocument(made, 'file:///0.txt'), null);
    assert.equal(choiceForDocument(made, `file:///${MOST_CHOICES}.txt`), 'plaintext');
  });

  it('survive whatever was stored', () => {
    const good = { uri: null, text: story, language: 'plaintext' };
    assert.deepEqual(parseChoices([good, null, 3, { uri: 1, text: '', language: '' }, { uri: A }]), [good]);
    for (const stored of [undefined, null, {}, 'x']) assert.deepEqual(parseChoices(stored), []);
  });
});

describe('fingerprint', () => {
  it('tells texts apart by a single unit, and by length', () => {
    const prints = ['', 'a', 'b', 'aa', 'ab', 'ba', '\u{1F600}', 'a\r\n', 'a\n'].map(fingerprint);
    assert.equal(new Set(prints).size, prints.length);
  });

  it('is the published hash', () => {
    assert.equal(fingerprint('foobar'), '6:bf9cf968');
  });
});
