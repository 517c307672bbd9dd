/** A record of comma-separated values with its line end (RFC 4180). */
export function csvRow(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\r\n`;
}

/**
 * Spreadsheets take a cell that begins with one of these for a formula and may run it, and both file names and the texts
 * of dumps are written by others: an apostrophe makes it a text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Signs before digits, as of time zones, are data that programs read, and do nothing. */
const HARMLESS = /^[+-][0-9:]*$/;

function quoted(text: string): string {
  const value = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
