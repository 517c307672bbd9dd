import { bylines } from './bylines';
import { commentsBlock } from './commentsBlock';
import { credits } from './credits';
import { cueWords } from './cueWords';
import { dateCues } from './dateCues';
import { datelines } from './datelines';
import { dialogue } from './dialogue';
import type { EvidenceSource } from './evidence';
import { headlines } from './headlines';
import { learntOdds } from './learntOdds';
import { lists } from './lists';
import { liveBlog } from './liveBlog';
import { neighbours } from './neighbours';
import { notes } from './notes';
import { outlets } from './outlets';
import { person } from './person';
import { place } from './place';
import { position } from './position';
import { profileLines } from './profileLines';
import { records } from './records';
import { relatedBlock } from './relatedBlock';
import { repetition } from './repetition';
import { shape } from './shape';
import { teasers } from './teasers';

/** All that knows something about lines. The order does not matter: what they say is summed. */
export const EVIDENCE_SOURCES: readonly EvidenceSource[] = [
  shape,
  position,
  place,
  neighbours,
  repetition,
  dateCues,
  datelines,
  bylines,
  headlines,
  outlets,
  cueWords,
  credits,
  learntOdds,
  relatedBlock,
  commentsBlock,
  lists,
  dialogue,
  liveBlog,
  notes,
  records,
  teasers,
  profileLines,
  person,
];
