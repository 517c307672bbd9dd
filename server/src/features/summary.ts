import { isoOf } from '../core/dates/calendar';
import type { Dump } from '../core/model/page';
import type { SummaryResult } from '../protocol';
import type { PlacedFinding } from '../rules/diagnose';

/** What a list of dumps shows of one; null where the text is no dump. */
export function summary(dump: Dump, findings: readonly PlacedFinding[]): SummaryResult | null {
  if (!dump.isDump) return null;
  const articles = dump.pages.flatMap(({ page }) => page.article ?? []);
  const [first] = articles;
  const counted = { warning: 0, information: 0, hint: 0 };
  for (const { severity, unnecessary } of findings) if (!unnecessary) counted[severity] += 1;
  return {
    headline: first?.headline?.value ?? null,
    published: first?.published ? isoOf(first.published.value) : null,
    source: first?.source?.value ?? first?.outlet?.value ?? null,
    language: first?.language ?? null,
    articles: articles.length,
    findings: counted,
  };
}
