import { buildArticle } from './article';
import { calibrate } from './calibration';
import type { Correction } from './corrections';
import { judgeDates } from './dates';
import { decode } from './decode';
import type { LineJudge } from './evidence/evidence';
import { viewPage } from './evidence/view';
import type { CalendarDate, KnownOrder } from './model/date';
import type { Page } from './model/page';
import { isBody, ROLES, type Role } from './model/role';
import { lineTemplates } from './profiles/match';
import type { Profile } from './profiles/profile';
import { scorePage } from './score';
import { buildSections, type RoledLine } from './sections';
import type { LineEnd } from './text/chunk';
import { chainOf } from './weights';

/** What the analysis of a page may know beside its text. */
export interface PageOptions {
  readonly profiles: readonly Profile[];
  readonly now: CalendarDate | null;
  /** What a person said of lines. */
  readonly corrections?: readonly Correction[];
  /** The order of numbers in date fields that other dumps of the site show. */
  readonly learntOrder?: KnownOrder | null;
  /** The model for pages that no profile fits; null where it is not at hand. */
  readonly judge: LineJudge | null;
  /** Tells the language of a page's text, given the profile that fits the page; null where nobody asks for it. */
  readonly identify: ((text: string, profile: Profile | null) => string | null) | null;
}

/**
 * Text to page, the way of DESIGN: dates, evidence, one decoder, then sections, date readings and metadata.
 * @param ends how each line ends
 */
export function analyzePage(lines: readonly string[], ends: readonly LineEnd[], options: PageOptions): Page {
  const { corrections = [], learntOrder = null } = options;
  const view = viewPage(lines, options.profiles, options.judge, corrections);
  const profile = view.profile?.profile ?? null;
  const decoded = decode(scorePage(view), chainOf(view));
  const { states } = decoded;
  const confidence = calibrate(decoded, view);

  const roles = new Array<Role | ''>(lines.length).fill('');
  const sureness = new Float32Array(lines.length).fill(1);
  const roled: RoledLine[] = view.lines.map(({ line, text: own }, index) => {
    const role = ROLES[states[index] ?? 0] ?? 'boilerplate';
    roles[line] = role;
    sureness[line] = confidence[index] ?? 0;
    return { line, role, text: own };
  });

  const language = languageOf(roled, profile, options) ?? profile?.language ?? null;
  const dates = judgeDates(lines, {
    roles,
    order: profile?.dateOrder ?? null,
    ...(profile && { forms: profile.dateForms }),
    language,
    now: options.now,
    learntOrder,
  });
  const sections = buildSections(roled);
  const fields = roled.flatMap(({ line, role }, index) =>
    (view.profile ? lineTemplates(view.profile, index) : [])
      .filter((match) => match.role === role)
      .flatMap((match) =>
        match.fields.map((field) => ({ ...field, line, indent: indentOf(lines[line] ?? '') })),
      ),
  );
  const article = buildArticle({
    lines,
    roled,
    confidence,
    sections,
    dates,
    fields,
    language,
    learnt: view.learnt,
    corrected: view.corrected,
  });
  return {
    lines,
    ends,
    roles,
    confidence: sureness,
    dates,
    learnt: null,
    profile,
    language,
    sections,
    article,
    corrections,
  };
}

function languageOf(
  lines: readonly RoledLine[],
  profile: Profile | null,
  { identify }: PageOptions,
): string | null {
  const body = lines.filter(({ role }) => isBody(role));
  const words = (body.length > 0 ? body : lines).slice(0, 40).map(({ text }) => text.slice(0, 1000));
  return identify?.(words.join('\n'), profile) ?? null;
}

/** Templates are matched on trimmed lines: columns of their fields count from here. */
function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
