import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, type Situation } from '../../client/src/decision';
import { SCHEMES } from '../../client/src/language';
import { IS_DUMP, SURELY_DUMP } from '../../server/src/core/detect';

const text: Situation = {
  scheme: 'file',
  languageId: 'plaintext',
  mode: 'auto',
  choice: null,
  twinChoice: null,
  association: null,
};
const dump: Situation = { ...text, languageId: 'article-dump' };

function unasked(): number {
  throw new Error('the content was looked at');
}

describe('decide, by content', () => {
  it('sets the language of a sure dump without asking', () => {
    assert.deepEqual(
      decide(text, () => SURELY_DUMP),
      { action: 'set', language: 'article-dump', because: 'content' },
    );
  });

  it('only offers it below that', () => {
    for (const score of [IS_DUMP, (IS_DUMP + SURELY_DUMP) / 2, SURELY_DUMP - 1e-9]) {
      assert.deepEqual(
        decide(text, () => score),
        { action: 'offer' },
        `score ${score}`,
      );
    }
  });

  it('leaves what does not look like a dump', () => {
    for (const score of [0, IS_DUMP - 1e-9]) {
      assert.deepEqual(
        decide(text, () => score),
        { action: 'leave', because: 'content' },
      );
    }
  });

  it('only offers, however sure it is, where the setting says ask', () => {
    assert.deepEqual(
      decide({ ...text, mode: 'ask' }, () => 1),
      { action: 'offer' },
    );
  });

  it('does not look at the content where the setting says off', () => {
    assert.deepEqual(decide({ ...text, mode: 'off' }, unasked), { action: 'leave', because: 'setting' });
  });
});

describe('decide, by what a person said', () => {
  it('never undoes a choice of plain text, or of another language', () => {
    for (const choice of ['plaintext', 'markdown']) {
      assert.deepEqual(decide({ ...text, choice }, unasked), { action: 'leave', because: 'choice' });
    }
  });

  it('takes a copy for what its twin was said to be, where nothing was said of it', () => {
    assert.deepEqual(decide({ ...text, twinChoice: 'plaintext' }, unasked), {
      action: 'leave',
      because: 'choice',
    });
    assert.deepEqual(decide({ ...text, twinChoice: 'article-dump', mode: 'off' }, unasked), {
      action: 'set',
      language: 'article-dump',
      because: 'choice',
    });
    assert.equal(decide({ ...text, choice: 'article-dump', twinChoice: 'plaintext' }, unasked).action, 'set');
    assert.equal(
      decide({ ...text, association: 'plaintext', twinChoice: 'article-dump' }, unasked).action,
      'leave',
    );
    assert.equal(decide({ ...dump, twinChoice: 'plaintext' }, unasked).action, 'leave', 'its name says dump');
  });

  it('never undoes an association in the settings', () => {
    assert.deepEqual(decide({ ...text, association: 'plaintext' }, unasked), {
      action: 'leave',
      because: 'association',
    });
  });

  it('makes a chosen dump one again, whatever its content and the setting', () => {
    for (const mode of ['auto', 'ask', 'off'] as const) {
      assert.deepEqual(decide({ ...text, mode, choice: 'article-dump', association: 'plaintext' }, unasked), {
        action: 'set',
        language: 'article-dump',
        because: 'choice',
      });
    }
  });

  it('gives a file of the dumps folder the language that was chosen for it', () => {
    assert.deepEqual(decide({ ...dump, choice: 'plaintext' }, unasked), {
      action: 'set',
      language: 'plaintext',
      because: 'choice',
    });
  });

  it('keeps a dump that was chosen, or that the settings make one', () => {
    const kept = { action: 'leave', because: 'dump' };
    assert.deepEqual(decide(dump, unasked), kept);
    assert.deepEqual(decide({ ...dump, choice: 'article-dump' }, unasked), kept);
    assert.deepEqual(decide({ ...dump, choice: 'plaintext', association: 'article-dump' }, unasked), kept);
  });
});

describe('decide, elsewhere', () => {
  it('leaves documents of other languages alone', () => {
    assert.deepEqual(decide({ ...text, languageId: 'markdown', choice: 'article-dump' }, unasked), {
      action: 'leave',
      because: 'foreign',
    });
  });

  it('leaves output channels, comment boxes and old versions alone', () => {
    for (const scheme of ['output', 'comment', 'git', 'vscode-scm', 'walkThrough', 'search-editor']) {
      assert.deepEqual(decide({ ...text, scheme }, unasked), { action: 'leave', because: 'foreign' }, scheme);
    }
  });

  it('works where people keep files: on disks, remote machines, repositories in the browser, unsaved', () => {
    for (const scheme of ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web']) {
      assert.ok(SCHEMES.includes(scheme));
      assert.equal(decide({ ...text, scheme }, () => 1).action, 'set', scheme);
    }
  });
});
