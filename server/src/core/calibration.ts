import data from './calibration.json';
import type { Decoded } from './decode';
import type { PageView } from './evidence/evidence';
import { isText, ROLES } from './model/role';
import { lineTemplates } from './profiles/match';

/** A point of the curve from the model's log odds that a line is of the text to the share of lines that are. */
export interface CurvePoint {
  readonly odds: number;
  readonly share: number;
}

/**
 * How sure the decoded roles are. Where the model judged the page, whether a line is of the article's text is as sure as
 * such odds have been right on sites that the model had not seen; which role it has there, as the decoder finds.
 * The decoder alone counts evidence that says the same thing several times, and so is too sure.
 * What a person or a profile says is as sure as the decoder takes it to be.
 * @returns 0 to 1, by line
 */
export function calibrate(
  { states, confidence, text }: Decoded,
  { learnt, corrected, profile }: Pick<PageView, 'learnt' | 'corrected' | 'profile'>,
  curve: readonly CurvePoint[] = data.text,
): Float32Array {
  if (!learnt) return confidence;
  return confidence.map((own, index) => {
    if (corrected.has(index) || (profile && lineTemplates(profile, index).length > 0)) return own;
    const role = ROLES[states[index] ?? 0] ?? 'boilerplate';
    const share = shareAt(curve, learnt.content[index] ?? 0);
    const ofText = text[index] ?? 0;
    const kind = isText(role) ? share : 1 - share;
    const decoded = isText(role) ? ofText : 1 - ofText;
    return decoded === 0 ? 0 : kind * Math.min(1, own / decoded);
  });
}

/** The curve at some log odds: straight lines between its points, level beyond them. */
export function shareAt(curve: readonly CurvePoint[], odds: number): number {
  const above = curve.findIndex((point) => point.odds >= odds);
  const upper = curve[above < 0 ? curve.length - 1 : above];
  const lower = curve[above - 1];
  if (!upper) return 0.5;
  if (!lower || above < 0) return upper.share;
  const part = (odds - lower.odds) / (upper.odds - lower.odds);
  return lower.share + part * (upper.share - lower.share);
}
