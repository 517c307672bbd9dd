/** What a hash begins with: FNV-1a of 32 bits (Fowler, Noll and Vo), over UTF-16 units in place of bytes. */
export const FNV_START = 0x811c9dc5;

/** The hash with one unit more. */
export function fnvStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a text, as a signed integer of 32 bits. */
export function fnvOf(text: string): number {
  let hash = FNV_START;
  for (let at = 0; at < text.length; at++) hash = fnvStep(hash, text.charCodeAt(at));
  return hash;
}
