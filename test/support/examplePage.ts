/**
 * A dump that holds a rule's example: the example itself where it is of several lines, else a page around its one line.
 */
export function pageAround(example: string): string {
  if (example.includes('\n')) return example;
  return `March 03, 2024
KCNA Example News (EN)

Harbour Town Opens a New Library

Date: 02/03/2024 | Source: Example News (EN) | Read original version at source

The new library of the harbour town opened with a concert of the school orchestra, and many people came to hear it.

${example}

The sea charts of the old office are on show until the summer, said the head of the library in a short speech.

More From Example News (EN)

Ferry Timetable Changes

Ferry Timetable Changes

The ferries to the islands will leave ten minutes earlier from the first day of April, as the office made known in

March 01, 2024

The ferries to the islands will leave ten minutes earlier from the first day of April, as the office made known in

More Articles
`;
}
