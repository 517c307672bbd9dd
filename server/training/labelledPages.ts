import { judgeLines } from '../src/core/evidence/learnt';
import { viewPage } from '../src/core/evidence/view';
import { isRole, type Role } from '../src/core/model/role';
import { builtInProfiles } from '../src/core/profiles/builtin';
import type { RolePage } from './pages';
import { readTextParts, type TextPart } from './textParts';

/** Of each so many pages one has no blank lines, as dumps of some programs have none. */
const WITHOUT_BLANKS = 3;

/**
 * Reads pages that were labelled line by line, one file a language: `### NAME` begins a page, and `role<TAB>text` is a line.
 * Blank lines are put between them in most pages.
 * @throws Error for a line without a role
 */
export function readLabelledPages(folder: string): readonly RolePage[] {
  return readTextParts(folder).map(labelledPage);
}

function labelledPage({ file, index, title, lines: rows }: TextPart): RolePage {
  const name = `${file} ${index + 1}`;
  const labelled = rows.map((row) => {
    const [role = '', ...text] = row.split('\t');
    if (!isRole(role)) throw new Error(`${name}, ${title}: “${row}” has no role`);
    return { role, text: text.join('\t') };
  });
  const hasBlanks = index % WITHOUT_BLANKS !== WITHOUT_BLANKS - 1;
  const lines = labelled.flatMap(({ text }) => (hasBlanks ? [text, ''] : [text]));
  const view = viewPage(lines, builtInProfiles(), judgeLines);
  const gold = view.lines.map(
    ({ line }): Role => labelled[hasBlanks ? line / 2 : line]?.role ?? 'boilerplate',
  );
  return { name: `${name}: ${title}`, view, gold };
}
