/** A page with every section that features show, in the form that `markedDump` reads. */
export const LIBRARY_PAGE = `
capture-date    | {2025-02-05=February 05, 2025}
outlet          | Harbour News (EN)

headline        | New Library Opens at the Harbour

metadata        | Date: {2024-12-31=31/12/2024} | Source: {source=Harbour News (EN)} | Read original version

promo           | The harbour office is hiring

paragraph       | The new library of the harbour town opened on {2024-12-30=Dec. 30} with a concert.

paragraph       | Some three hundred people came, among them Mr. Park of the U.S. Department of Letters, to see it.

subheading      | Sea charts

paragraph       | The charts fill No. 5 of the old sheds.

related-heading | More From Harbour News (EN)

related-title   | Ferry Timetable Changes

related-title   | Ferry Timetable Changes

related-teaser  | The ferries to the islands will leave earlier from April

related-date    | {2025-02-03=February 03, 2025}

related-teaser  | The ferries to the islands will leave earlier from April

related-title   | Market Moves to the Square

related-title   | Market Moves to the Square

related-teaser  | The fish market moves for the time of the works

related-date    | {2025-02-01=February 01, 2025}

related-teaser  | The fish market moves for the time of the works

navigation      | More Articles
`;
