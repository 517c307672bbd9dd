/** A record of a WARC file, as crawlers write them (ISO 28500). */
export interface MadeRecord {
  readonly type: string;
  readonly url?: string;
  readonly contentType?: string;
  readonly block: string | Uint8Array;
  /** In place of the block's own length. */
  readonly length?: string;
}

/** The bytes of a record, blank lines below it included. */
export function warcRecord(
  { type, url, contentType = 'text/plain', block, length }: MadeRecord,
  number = 1,
): Buffer {
  const bytes = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    'WARC-Date: 2024-03-04T05:06:07Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${length ?? bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}
