/** The date fields of an example page; what is not given is sound. */
export interface ExampleDates {
  readonly captured?: string;
  /** The article's own date line, up to the source. */
  readonly published?: string;
  readonly body?: string;
  /** Dates of the related articles. */
  readonly related?: readonly string[];
}

const TITLES = ['Ferry Sails Again', 'New Bridge for Walkers', 'Old Mill Painted', 'School Choir on Tour'];

/** A small page with a masthead, a metadata line, a body and related articles, for the examples of date rules. */
export function exampleDump({
  captured = 'February 05, 2025',
  published = 'Date: 31/12/2024',
  body = 'The library by the harbour opened its doors after a year of work, and readers came from all quarters.',
  related = ['February 03, 2025', 'February 02, 2025', 'February 01, 2025'],
}: ExampleDates): string {
  const cards = related.flatMap((date, index) => {
    const title = TITLES[index % TITLES.length] ?? '';
    const teaser = `${title}: people of the town gathered at the harbour this week, and the mayor spoke of the work that went`;
    return [title, title, teaser, date, teaser];
  });
  return `${[
    captured,
    'KCNA Naenara (En)',
    'Harbour Town Opens Its New Library',
    `${published} | Source: Naenara (En) | Read original version at source`,
    body,
    'Shelves of oak line the hall, and the reading room looks out over the water where the ferries land.',
    'More From Naenara (En)',
    ...cards,
  ].join('\n\n')}\n`;
}
