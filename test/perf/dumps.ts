// Dumps to measure with, in words of the project's own.

const SENTENCES = [
  'The new library of the harbour town opened on Saturday with a concert of the school orchestra',
  'Some three hundred people came to see the reading rooms and the collection of sea charts',
  'In the evening the ferries waited half an hour longer so that readers from the islands could stay',
  'The mayor thanked the masons who had worked through two winters and a flood',
  'A baker from the old quarter brought bread in the shape of letters, which were gone within minutes',
  'Children drew the lighthouse on a wall that had been left white for them',
  'The head of the museum said on March 2, 2024 that a second building will follow in 2026',
  'Fishermen told how the quay looked before the great storm of 1987',
  'Nobody could say who had left the box of glass slides at the door',
  'The slides show the shipyard, the market and a procession that no one remembers',
  'Workers of the dredging company will clear the channel before the end of the month',
  'The harbour office counts eleven ships a day, two more than in the year before',
  'Engineers measured the old bridge and found it sound, apart from one bearing',
  'Seeds that were sown along the dyke came up early after a mild February',
  'A choir of gardeners sang, and the geese on the meadow answered',
  'The town has asked its people for names for the two new ferries',
];

/** Mistakes as scraping makes them, each of which a rule reports. */
const FLAWED = [
  'The charts lie in drawers , and may be seen on the 21 st of each month',
  'Visitors  are asked to leave their umbrellas at the the door',
  'The programme was printed on Febuary 30, 2024 and handed out at noon',
];

const TITLES = [
  'Harbour Town Opens a New Library',
  'Ferry Timetable Changes',
  'Fish Market Moves to the Square',
  'Old Bridge Found Sound',
  'Geese Return to the Meadow',
  'Two New Ferries Need Names',
  'Glass Slides Left at the Door',
];

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];

/** About how long an article is. */
const ARTICLE_LENGTH = 7000;

/** A layout of dumps: one that a built-in profile knows, or one that none does. */
export type Layout = 'profile' | 'no profile';

/** A dump of about so many UTF-16 units: articles of {@link ARTICLE_LENGTH}. The same arguments give the same text. */
export function dumpOf(size: number, layout: Layout): string {
  const articles: string[] = [];
  let length = 0;
  for (let index = 0; length < size - ARTICLE_LENGTH / 2; index++) {
    const article = layout === 'profile' ? siteArticle(index) : plainArticle(index);
    articles.push(article);
    length += article.length;
  }
  return articles.join('');
}

function siteArticle(index: number): string {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const title = `${pick(TITLES, index)}, Part ${index + 1}`;
  return paragraphs([
    `March ${day}, 2024`,
    'KCNA Example News (EN)',
    title,
    `Date: ${day}/02/2024 | Source: Example News (EN) | Read original version at source`,
    'NK News is hiring',
    ...body(index, 15),
    'More From Example News (EN)',
    ...[1, 2, 3, 4, 5].flatMap((card) => {
      const name = `${pick(TITLES, index + card)}, Part ${index - card}`;
      const teaser = sentence(index * 7 + card * 3);
      const date = `${pick(MONTHS, card)} ${day}, 2024`;
      return [name, name, teaser, date, teaser];
    }),
    'More Articles',
  ]);
}

function plainArticle(index: number): string {
  const day = 1 + (index % 28);
  const title = `${pick(TITLES, index)}, Part ${index + 1}`;
  return `${paragraphs([
    'Home | News | Weather | Sport | Shop',
    title,
    `By Ann Miller, ${pick(MONTHS, index)} ${day}, 2024`,
    'Share this article',
    ...body(index, 19),
    'Related articles',
    ...[1, 2, 3, 4].map((card) => `${pick(TITLES, index + card)}, Part ${index + card}`),
    'Subscribe to our newsletter',
    '© 2024 Harbour Courier. All rights reserved.',
  ])}\f\n`;
}

function body(index: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, line) => {
    const seed = index * 31 + line * 5;
    const flaw = (index + line) % 11 === 0 ? ` ${pick(FLAWED, seed)}.` : '';
    const [first, second, third] = [0, 2, 4].map((step) =>
      sentence(seed + step, (index * 40 + line) * 5 + step),
    );
    return `${first}. ${second}. ${third}.${flaw}`;
  });
}

/** A sentence of some thousands: what is learnt of one line is of no use for nearly all others. */
function sentence(seed: number, place = seed): string {
  return `${pick(SENTENCES, seed)}, as they say in ${town(place)}`;
}

function town(seed: number): string {
  const mixed = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const [first, second, third] = [mixed, mixed >>> 8, mixed >>> 16];
  return `${pick(TOWNS, first)}${pick(SYLLABLES, second)}${pick(SYLLABLES, third)}`;
}

const TOWNS = ['Kel', 'Mar', 'Tor', 'Bren', 'Sol', 'Wik', 'Har', 'Lun', 'Pel', 'Dag', 'Ros', 'Vim'];
const SYLLABLES = ['de', 'mo', 'ri', 'stad', 'ven', 'lo', 'burg', 'ka', 'nes', 'wick', 'ha', 'ton', 'fjord'];

function pick<T>(values: readonly [T, ...T[]] | readonly T[], index: number): T {
  const value = values[Math.abs(index) % values.length];
  if (value === undefined) throw new RangeError('Nothing to pick from.');
  return value;
}

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n\n`).join('');
}
