// Measures what each kind of evidence on lines is worth:  npm run train:evidence -- DEVELOPMENT-DATA
// Each kind is left out in turn, and smaller forests than the shipped ones are trained without it. Writes server/training/evidence.md.

import { writeFileSync } from 'node:fs';
import { BLOCK_COLUMNS } from '../src/core/evidence/learnt/blocks';
import { FEATURES } from '../src/core/evidence/learnt/features';
import { CUE_CATEGORIES } from '../src/core/evidence/words';
import { crossValidate, LINE_TREES, lineWeights, unseenFeatures } from './lines';
import { measureContent } from './measure';
import { type ContentPage, readContentPages } from './pages';

const REPORT = 'server/training/evidence.md';
const TREES = { ...LINE_TREES, trees: 50, leaves: 16, rate: 0.2 };

/** Kinds of evidence by the columns that they fill; a column's name may go on with a step or a span. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'words learnt from the data': ['score', 'scoreMin', 'scoreMax', 'scoreRank'],
  'word lists': [
    ...CUE_CATEGORIES,
    ...['Related', 'Comments', 'Legal', 'Promo'].map((category) => `since${category}`),
  ],
  'shape of the line': [
    ...[
      'length',
      'words',
      'running',
      'sentence',
      'capitals',
      'marks',
      'letters',
      'digits',
      'upper',
      'ideographs',
    ],
    ...['end', 'sentences', 'bullet', 'numbered', 'lowerStart', 'commas', 'spaces'],
  ],
  dates: ['dates', 'dateOnly', 'moment'],
  repetition: ['repeats', 'shortRepeat', 'shapeRepeat'],
  'words shared with title and text': ['titleShare', 'textShare', 'sinceTitle'],
  'place in the page': [
    ...['position', 'fromStart', 'fromEnd', 'textBefore', 'textAfter', 'longBefore', 'longAfter'],
    ...['pageLines', 'pageText', 'sinceText', 'untilText'],
  ],
  'segment and blocks of text': ['segment', 'segmentDistance', ...BLOCK_COLUMNS],
  'lines around': FEATURES.filter((name) => / -?\d+$/.test(name)),
};

const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: npm run train:evidence -- DEVELOPMENT-DATA');
const pages = readContentPages(data);
const features = unseenFeatures(pages);
const rows = Object.entries(KINDS).map(([kind, columns]) => {
  const { macro, micro, lineF1 } = figuresWithout(pages, columns);
  const row = `| ${kind} | ${macro.value.toFixed(4)} | ${micro.value.toFixed(4)} | ${lineF1.value.toFixed(4)} |`;
  console.log(row);
  return row;
});
writeFileSync(
  REPORT,
  `# What evidence is worth

Made by \`npm run train:evidence\`: forests over lines alone, smaller than the shipped ones, without one kind of evidence at a time, cross-validated
by site as in [the report](report.md).

| left out | macro token F1 | micro | line F1 |
|---|---|---|---|
${rows.join('\n')}
`,
);

function figuresWithout(own: readonly ContentPage[], left: readonly string[]) {
  const kept = FEATURES.flatMap((name, column) => (left.some((each) => isOf(name, each)) ? [] : [column]));
  const odds = crossValidate(own, {
    width: kept.length,
    features: features.map((matrix) => columnsOf(matrix, kept)),
    labels: own.map(({ gold }) => gold),
    weights: own.map(lineWeights),
    options: TREES,
  });
  return measureContent(
    own,
    odds.map((page) => Array.from(page, (value) => value > 0)),
  );
}

function isOf(column: string, name: string): boolean {
  return column === name || column.startsWith(`${name} `);
}

function columnsOf(matrix: Float32Array, columns: readonly number[]): Float32Array {
  const lines = matrix.length / FEATURES.length;
  const kept = new Float32Array(lines * columns.length);
  for (let line = 0; line < lines; line++) {
    for (const [at, column] of columns.entries()) {
      kept[line * columns.length + at] = matrix[line * FEATURES.length + column] ?? 0;
    }
  }
  return kept;
}
