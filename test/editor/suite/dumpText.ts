/** A page in KCNA Watch's layout, with damage: what a test changes or looks for, it names by the text itself. */
export const DUMP_TEXT = `February 05, 2025Feb 05, 2025

KCNA Ministry of Foreign Affairs (EN)

Lock Keepers Publish Their Book of Floods

Date: 31/12/2024 | Source: Ministry of Foreign Affairs (EN) | Read original version at source

NK News is hiring

The lock keepers of the lower river , who have kept a common book since the ferry days, gave its first printed copy to the library on December 31, 2024.

It was resolved at the 21 st meeting of keepers to print the book as it stands, with the stains of three floods drawn in, so that nobody may doubt how high the water came.

The whole of it can be read at https://example.org/floods/book (and nowhere else).

“For paper is slow,” the eldest of the keepers said , “but it does not forget.”

More From Ministry of Foreign Affairs (EN)

Reading Room Opens in Old Boathouse

Reading Room Opens in Old Boathouse

A reading room for children was opened in the boathouse that had stood empty since the bridge was built, and the first

February 04, 2025

A reading room for children was opened in the boathouse that had stood empty since the bridge was built, and the first

Ferrymen Meet Pupils

Ferrymen Meet Pupils

Four ferrymen told the pupils of the upper village how one crosses in fog, with a bell on either bank and a

Febuary 03, 2025

Four ferrymen told the pupils of the upper village how one crosses in fog, with a bell on either bank and a
`;

/** Of the same text: what fixing all of which Copydesk is sure makes of it. */
export const FIXED_TEXT = DUMP_TEXT.replace('February 05, 2025Feb 05, 2025', 'February 05, 2025')
  .replace('river ,', 'river,')
  .replace('21 st', '21st')
  .replace('said ,', 'said,')
  .replace('Febuary', 'February');

/** Notes that mention dates and sources, and are none. */
export const NOTES_TEXT = `To do

- ask the library for the second copy (since February 04, 2025)
- Source: where did we have the tide tables from?
- Date of the next meeting: 31/01/2025
`;
