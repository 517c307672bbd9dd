import type { ContentJudge } from '../evidence';
import { contentJudge } from './judge';
import { contentModel } from './model';

/** Judges by the shipped model, which is read at the first page that asks for it. */
export const judgeContent: ContentJudge = (page) => contentJudge(contentModel())(page);
