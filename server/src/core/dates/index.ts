export { isDatePlaceholder } from './dateFields';
export { judgeDates } from './judge';
export type { DateContext } from './reading';
export { coversLine, datesIn, scanDates } from './scan';
export type { ScannedDate } from './scanned';
