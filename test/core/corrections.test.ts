import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Correction, correctedLines } from '../../server/src/core/corrections';
import { explain } from '../../server/src/core/explain';
import { ROLES, type Role } from '../../server/src/core/model/role';
import { compileTemplate } from '../../server/src/core/profiles/compileTemplate';
import { NO_PROFILE, type RecognizeOptions, recognize } from '../../server/src/core/recognize';
import { LIBRARY_DUMP } from '../support/libraryDump';

const PROMO = 'NK News is hiring';

function quoted(
  role: Role,
  exact: string,
  prefix: string | null = null,
  suffix: string | null = null,
): Correction {
  return { role, quote: { exact, prefix, suffix } };
}

function templated(role: Role, source: string): Correction {
  const compiled = compileTemplate(source);
  assert.ok(compiled.ok);
  return { role, template: compiled.template };
}

/** The roles of the lines that have a text. */
function rolesOf(needle: string, options: RecognizeOptions): readonly string[] {
  const { pages } = recognize(LIBRARY_DUMP, options);
  return pages.flatMap(({ page }) => page.roles.filter((_, line) => page.lines[line]?.includes(needle)));
}

describe('what a person said of lines', () => {
  it('makes any line of any role, with the reason first', () => {
    for (const role of ROLES) {
      const [placed] = recognize(LIBRARY_DUMP, { corrections: [quoted(role, PROMO)] }).pages;
      assert.ok(placed);
      const line = placed.page.lines.indexOf(PROMO);
      assert.equal(placed.page.roles[line], role);
      assert.ok((placed.page.confidence[line] ?? 0) > 0.999);
      assert.equal(explain(placed.page, line)[0]?.text, 'a settings file says so');
    }
  });

  it('is of all lines with the text, or of the one whose neighbours are quoted', () => {
    const title = 'Ferry Timetable Changes';
    assert.deepEqual(rolesOf(title, { corrections: [quoted('legal', title)] }), ['legal', 'legal']);
    const second = quoted('legal', title, 'Changes', 'The ferries to');
    assert.deepEqual(rolesOf(title, { corrections: [second] }).indexOf('legal'), 1);
    assert.ok(!rolesOf(title, { corrections: [quoted('legal', title, 'no such line')] }).includes('legal'));
  });

  it('may be of a form of lines, and the last that fits counts', () => {
    const corrections = [
      quoted('share', PROMO),
      templated('legal', '{paper} is hiring'),
      quoted('promo', 'other'),
    ];
    assert.deepEqual(rolesOf(PROMO, { corrections }), ['legal']);
    assert.deepEqual(rolesOf(PROMO, { corrections: corrections.toReversed() }), ['share']);
  });

  it('takes time that grows with the lines and not with the quotes', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const corrections = lines.map((exact) => quoted('legal', exact));
    assert.equal(correctedLines(lines, corrections).size, lines.length);
    const alike = lines.map(() => quoted('legal', 'line 0', 'line 0'));
    assert.equal(correctedLines(lines.fill('line 0'), alike).size, lines.length - 1);
  });
});

describe('the profile that a person chose', () => {
  function profileOf(profile: string | null): string | null | undefined {
    return recognize(LIBRARY_DUMP, { profile }).pages[0]?.page.profile?.id;
  }

  it('is taken whatever the text tells', () => {
    assert.equal(profileOf(null), 'kcna-watch');
    assert.equal(profileOf(NO_PROFILE), undefined);
    assert.equal(profileOf('rodong'), 'rodong');
    assert.equal(profileOf('no-such-profile'), 'kcna-watch');
  });

  it('does not decide whether a text is a dump', () => {
    assert.ok(recognize(LIBRARY_DUMP, { profile: NO_PROFILE }).isDump);
  });
});
