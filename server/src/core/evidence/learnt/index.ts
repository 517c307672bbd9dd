import type { LineJudge } from '../evidence';
import { lineJudge } from './judge';
import { lineModel } from './model';

/** Judges by the shipped model, which is read at the first page that asks for it. */
export const judgeLines: LineJudge = (page) => lineJudge(lineModel())(page);
