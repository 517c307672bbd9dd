import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutToWidth, printable, wantsColors } from '../../server/src/cli/terminal';

describe('a line for a terminal', () => {
  it('is cut to its columns, wide characters counted twice and marks not at all', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['harbour', 7, 'harbour'],
      ['harbour', 6, 'harbo…'],
      ['', 1, ''],
      ['ab', 1, '…'],
      ['평양시', 6, '평양시'],
      ['평양시', 5, '평양…'],
      ['평양시', 4, '평…'],
      ['cafe\u0301s', 5, 'cafe\u0301s'],
      ['a😀b', 4, 'a😀b'],
      ['a😀bc', 4, 'a😀…'],
    ];
    for (const [text, columns, expected] of cases)
      assert.equal(cutToWidth(text, columns), expected, `${text} ${columns}`);
  });

  it('shows control characters instead of sending them', () => {
    assert.equal(printable('a\u001b[2J\u0007\r\n\u007f\u009b\u2028b\tc'), 'a␛[2J␇␍␊␡\ufffd\ufffdb\tc');
  });

  it('is coloured on terminals, and as NO_COLOR and FORCE_COLOR say', () => {
    assert.equal(wantsColors({}, true), true);
    assert.equal(wantsColors({}, false), false);
    assert.equal(wantsColors({ TERM: 'dumb' }, true), false);
    assert.equal(wantsColors({ FORCE_COLOR: '1' }, false), true);
    assert.equal(wantsColors({ FORCE_COLOR: '0' }, true), false);
    assert.equal(wantsColors({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), false);
    assert.equal(wantsColors({ NO_COLOR: '' }, true), true);
  });
});
