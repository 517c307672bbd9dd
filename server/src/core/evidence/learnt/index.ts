import { choose, choosers } from '../choice';
import type { LineJudge } from '../evidence';
import { lineJudge } from './judge';
import { lineModel } from './model';

/** Judges by the shipped models, which are read at the first page that asks for it. */
export const judgeLines: LineJudge = (page) => choose(page, lineJudge(lineModel())(page), choosers());
