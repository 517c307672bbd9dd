import { bodySegment, isRunningText } from './body';
import type { EvidenceSource } from './evidence';

/** Where a line stands in the page and to its running text. */
export const position: EvidenceSource = {
  cues: {
    'position.first': 'it is the first line',
    'position.second': 'it is the second line',
    'position.last': 'it is the last line',
    'position.before-text': 'the running text has not begun yet',
    'position.just-before-text': 'the running text begins right after it',
    'position.in-text': 'it stands in the running text',
    'position.text-start': 'the running text begins with it',
    'position.after-text': 'the running text is over',
    'position.just-after-text': 'the running text ends right before it',
    'position.no-text': 'the page has no running text',
    'position.running-text': 'it reads like running text',
  },
  observe(page, emit) {
    const count = page.lines.length;
    const body = bodySegment(page);
    page.lines.forEach((line, index) => {
      if (index === 0) emit(index, 'position.first');
      if (index === 1) emit(index, 'position.second');
      if (index === count - 1 && count > 1) emit(index, 'position.last');
      if (isRunningText(line)) emit(index, 'position.running-text');
      if (!body) {
        emit(index, 'position.no-text');
      } else if (index < body.first) {
        emit(index, 'position.before-text');
        if (index === body.first - 1) emit(index, 'position.just-before-text');
      } else if (index > body.last) {
        emit(index, 'position.after-text');
        if (index === body.last + 1) emit(index, 'position.just-after-text');
      } else {
        emit(index, 'position.in-text');
        if (index === body.first) emit(index, 'position.text-start');
      }
    });
  },
};
