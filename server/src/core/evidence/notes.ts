import type { EvidenceSource } from './evidence';

/** Lines of a note below its heading. */
const REACH = 3;

/** Notes on authors, companies and corrections: what stands below their headings. */
export const notes: EvidenceSource = {
  cues: {
    'notes.below-heading': 'it stands below the heading of a note on authors or newsrooms',
  },
  observe({ lines }, emit) {
    lines.forEach((line, index) => {
      if (!line.categories.has('about')) return;
      for (let below = index + 1; below <= index + REACH; below++) {
        const note = lines[below];
        if (!note || note.categories.has('about') || note.categories.has('related')) break;
        emit(below, 'notes.below-heading');
      }
    });
  },
};
