export { isDatelessField } from './dateFields';
export { judgeDates } from './judge';
export { isDatePlaceholder } from './placeholders';
export type { DateContext } from './reading';
export { coversLine, datesIn } from './scan';
export type { ScannedDate } from './scanned';
