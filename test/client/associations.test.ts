import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathGlob, siblingPattern } from '../../client/src/associations';

describe('siblingPattern', () => {
  it('covers the files of the same folder and extension', () => {
    assert.equal(siblingPattern('corpus/raw/2025/000.txt'), '**/corpus/raw/2025/*.txt');
    assert.equal(siblingPattern('corpus/note.txt'), '**/corpus/*.txt');
    assert.equal(siblingPattern('corpus/v1.2/a.b.TXT'), '**/corpus/v1.2/*.TXT');
  });

  it('is not made where it would cover everything in the folder', () => {
    for (const path of ['corpus/README', 'corpus/.hidden', 'corpus/name.', 'v1.2/README', 'note.txt']) {
      assert.equal(siblingPattern(path), null, path);
    }
  });

  it('takes no character of a name for a part of the pattern', () => {
    assert.equal(siblingPattern('a[1]/{x}/b*c/n.txt'), '**/a?1?/?x?/b?c/*.txt');
  });
});

describe('pathGlob', () => {
  it('lets a pattern of names match in any folder', () => {
    assert.equal(pathGlob('*.txt'), '**/*.txt');
    assert.equal(pathGlob('**/raw/*.txt'), '**/raw/*.txt');
  });
});
