/** Sentences that generated dumps are made of; some have what rules mend. */
const SENTENCES = [
  'The library by the harbour opened its doors after a year of work, and readers came from all quarters of the town.',
  'Shelves of oak line the hall, and the reading room looks out over the water where the ferries land each morning.',
  'In 2024 the mayor, who had promised three new bridges, opened the first on May 5 before a crowd of 1,200 people.',
  'The council met on Tuesday , and heard the report of the engineers on the state of the old quay.',
  'It was the 21 st meeting of the year, and it ended late in the evening with a vote on the fish market.',
  'Teachers of the school by the mill said that the orchestra would play again as soon as the roof is mended.',
  'The ferries to the islands will leave ten minutes earlier from the first of April, as the harbour office made known.',
  'Fishermen brought in 312 tons of herring, a tenth more than in the year before, and most of it went to the cannery.',
];

const PLACES = ['Harbour', 'Mill', 'Island', 'Market', 'Quay', 'Lighthouse', 'Orchard', 'Station'];
const EVENTS = ['Opens', 'Is Mended', 'Grows', 'Waits for Spring', 'Has a New Master', 'Closes for Winter'];

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A dump of about 7 KB of a made-up page; another one for each number. */
export function generatedDump(number: number): string {
  const pick = <T>(from: readonly T[], salt: number): T | undefined =>
    from[scattered(number * 1000 + salt) % from.length];
  const two = (value: number) => String(value).padStart(2, '0');
  const day = (number % 27) + 1;
  const month = (number % 12) + 1;
  const title = (salt: number) => `${pick(PLACES, salt)} ${pick(EVENTS, salt + 1)} No. ${number * 10 + salt}`;
  const written = (back: number) => `${MONTHS[month - 1]} ${two(Math.max(1, day - back))}, 2024`;
  const paragraphs = Array.from({ length: 14 }, (_, at) =>
    Array.from({ length: 4 }, (_, part) => pick(SENTENCES, at * 4 + part)).join(' '),
  );
  const cards = Array.from({ length: 3 }, (_, at) => {
    const teaser = pick(SENTENCES, at + 50)?.slice(0, 100) ?? '';
    return [title(at + 1), title(at + 1), teaser, written(at), teaser];
  }).flat();
  const blocks = [
    written(-1),
    'KCNA Example News (EN)',
    title(0),
    `Date: ${two(day)}/${two(month)}/2024 | Source: Example News (EN) | Read original version at source`,
    'NK News is hiring',
    ...paragraphs,
    'More From Example News (EN)',
    ...cards,
    'More Articles',
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A number that looks like chance and is the same each time: the finalizer of MurmurHash3. */
function scattered(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
