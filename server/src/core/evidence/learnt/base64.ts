/** Bytes from base64; neither `Buffer` nor `atob` is there on every platform that this runs on. */
export function bytesOf(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let quad = 0; quad < text.length; quad += 4) {
    const bits =
      ((values[text.charCodeAt(quad)] ?? 0) << 18) |
      ((values[text.charCodeAt(quad + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(quad + 2)] ?? 0) << 6) |
      (values[text.charCodeAt(quad + 3)] ?? 0);
    if (at < bytes.length) bytes[at++] = bits >> 16;
    if (at < bytes.length) bytes[at++] = (bits >> 8) & 255;
    if (at < bytes.length) bytes[at++] = bits & 255;
  }
  return bytes;
}
