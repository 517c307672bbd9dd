import { decode, encode, toRGBA8 } from 'upng-js';

/** The picture with a palette: pictures of text need few colours, and users download these with the extension. */
export function smallPng(png: Buffer): Buffer {
  const image = decode(new Uint8Array(png).buffer);
  return Buffer.from(encode(toRGBA8(image), image.width, image.height, 24));
}
