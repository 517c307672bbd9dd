import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { isDateField } from '../core/dates/dateFields';
import { normalizeDates, rewriteDate, TARGET_PATTERNS, writingPlace } from '../core/dates/normalize';
import type { Dump } from '../core/model/page';
import type { Position, Range } from '../core/model/range';
import { contains } from '../core/model/range';
import type { Role } from '../core/model/role';
import type { DateForms } from '../protocol';
import { datesOn, lineAt } from './places';
import { type EditedDocument, type EditOptions, reviewedEdit } from './workspaceEdits';

/** The forms that the dates of a line's field, or of all the file, can be brought into; each changes something. */
export function dateForms(dump: Dump, line: number): readonly DateForms[] {
  const role = lineAt(dump, line)?.role;
  const field = role && isDateField(role) ? [role] : [];
  return [...field, null].flatMap((scope) =>
    TARGET_PATTERNS.flatMap((pattern): DateForms[] => {
      const edits = normalizeDates(dump, pattern, scope);
      const example = edits[0]?.newText;
      if (example === undefined) return [];
      return [{ scope: scope === null ? 'file' : 'field', pattern, example, edits }];
    }),
  );
}

/** Ways to write the dates of a field, or all of the file, in another form than the date at a place has. */
export function normalizeActions(
  document: EditedDocument & { readonly dump: Dump },
  range: Range,
  options: EditOptions,
): CodeAction[] {
  const { dump } = document;
  const placed = lineAt(dump, range.start.line);
  if (!placed || placed.role === '' || range.end.line !== range.start.line) return [];
  const { page, line, role } = placed;
  const here: Position = { line, character: range.start.character };
  const date = datesOn(page, line).find((each) => contains(each.range, here));
  if (!date) return [];
  const isField = isDateField(role);
  const place = writingPlace(page, isField);
  const scopes: readonly (Role | null)[] = isField ? [role, null] : [null];
  return scopes.flatMap((scope) =>
    TARGET_PATTERNS.flatMap((pattern) => {
      const example = rewriteDate(date, pattern, place)?.newText;
      if (example === undefined) return [];
      const edits = normalizeDates(dump, pattern, scope);
      const label = l10n.t('Write dates as {0}', example);
      const title =
        scope === null
          ? l10n.t('Write all dates of this file as {0} …', example)
          : l10n.t('Write the dates of this field as {0} …', example);
      const edit = reviewedEdit(document, edits, label, options);
      return [{ title, kind: CodeActionKind.RefactorRewrite, edit }];
    }),
  );
}
