/** A dump as it is scraped, with two stray spaces and a split ordinal in its body. */
export const LIBRARY_DUMP = `March 03, 2024
KCNA Example News (EN)

Harbour Town Opens a New Library

Date: 02/03/2024 | Source: Example News (EN) | Read original version at source

NK News is hiring

The new library of the harbour town , built in three years, opened on Saturday with a concert of the school orchestra.

Some three hundred people came to see the reading rooms , the collection of sea charts and the 21 st copy of the town's oldest map.

More From Example News (EN)

Ferry Timetable Changes

Ferry Timetable Changes

The ferries to the islands will leave ten minutes earlier from the first of April, as the harbour office made

March 01, 2024

The ferries to the islands will leave ten minutes earlier from the first of April, as the harbour office made

Market Moves to the Square

Market Moves to the Square

The fish market moves to the square in front of the town hall for the time of the works at the quay, the

February 28, 2024

The fish market moves to the square in front of the town hall for the time of the works at the quay, the

More Articles
`;

/** A text that nobody would take for a dump. */
export const PLAIN_PROSE = `Dear Ann,

thank you for the letter. We will come on Sunday and bring the children and the dog.

Yours, Bert
`;
