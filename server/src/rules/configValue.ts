import { parse } from 'jsonc-parser';

/** The items of a list in a settings file, as they are written; empty where there is none. */
export function readConfigValue(text: string | null, list: 'lines' | 'files'): readonly unknown[] {
  if (text === null) return [];
  const root: unknown = parse(text.replace(/^\ufeff/, ' '), [], { allowTrailingComma: true });
  if (typeof root !== 'object' || root === null) return [];
  const value: unknown = Object.entries(root).find(([key]) => key === list)?.[1];
  return Array.isArray(value) ? value : [];
}
