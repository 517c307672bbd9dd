import type { Finding } from './rule';

/** Places that a finding points to beside its own: more help nobody, and cost every client. */
const MOST_RELATED = 20;

/** The findings that a rule has of a page, which have one cause there: the first points to the others. */
export function* grouped(findings: Iterable<Finding>): Generator<Finding> {
  const [first, ...others] = findings;
  if (!first) return;
  const related = others.slice(0, MOST_RELATED).map(({ range, message }) => ({ range, message }));
  yield related.length === 0 ? first : { ...first, related };
  yield* others;
}
