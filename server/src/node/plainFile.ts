import { constants, type FileHandle, open } from 'node:fs/promises';

/** Bytes that settings may have. Those of a large workspace with thousands of ignores have far fewer. */
export const LARGEST_SETTINGS = 4 * 1024 * 1024;

/** A path at which there is something that is not read: the message tells what. */
export class UnreadableFile extends Error {}

/**
 * Reads a plain file of at most `most` bytes. Devices and pipes, which may never end, are not read, nor waited for:
 * whoever wrote the files of a workspace could stall the program with them. Throws an {@link UnreadableFile}.
 */
export async function readPlainFile(path: string, most: number): Promise<Uint8Array> {
  // Opening a pipe that nobody writes to would wait for ever. Windows has no such flag.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags);
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw new UnreadableFile('a folder, not a file');
    if (!status.isFile()) throw new UnreadableFile('not a plain file');
    if (status.size > most) throw tooLarge(most);
    return await readAtMost(handle, most);
  } finally {
    await handle.close();
  }
}

/** Reads until the end, whatever the size was said to be: files of `/proc` have none. */
async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of handle.createReadStream({ autoClose: false, end: most })) {
    chunks.push(chunk);
    length += chunk.length;
  }
  if (length > most) throw tooLarge(most);
  return Buffer.concat(chunks);
}

function tooLarge(most: number): UnreadableFile {
  return new UnreadableFile(`larger than ${most / 1024 / 1024} MB`);
}

/** Reads what a person named, which may be a pipe (`<(…)` of a shell), up to `most` bytes. */
export async function readNamed(path: string, most: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    if ((await handle.stat()).isDirectory()) throw new UnreadableFile('a folder, not a file');
    return await readAtMost(handle, most);
  } finally {
    await handle.close();
  }
}
