/**
 * A page of a site without a profile, in English, whose dates are numbers: nothing on it says in which order they stand.
 * @param date the article's own date
 * @param outlet the name of the site
 */
export function gazetteDump(date: string, outlet = 'The Harbour Gazette'): string {
  return `${[
    outlet,
    'Home',
    'News',
    'Sport',
    'Weather',
    'Town Hall Clock Strikes Again',
    `Published: ${date}`,
    'By Ann Fisher',
    'The clock of the town hall struck noon on Friday for the first time since the storm broke its hands three winters ago.',
    'Two clockmakers from the valley had worked on it since the spring, and people stood in the square to hear it.',
    '“I had forgotten how loud it is,” said the baker, whose shop is across the street.',
    'Read more',
    'Ferry Timetable Changes',
    'Market Moves to the Square',
    'Subscribe to our newsletter',
    '© The Harbour Gazette. All rights reserved.',
  ].join('\n\n')}\n`;
}
