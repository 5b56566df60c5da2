import { promisify } from 'node:util';
import { deflateSync, inflate } from 'node:zlib';

/** Bytes that zlib writes at once: in its own portions, of 16 kB, putting them together takes longer than all else. */
const PORTION = 1024 * 1024;

/**
 * Plain data as it goes from a reading process to whoever waits for it, and as it is kept (ADR 0191): its JSON, deflated. The reading
 * of a large return is 24 MB, and a fifteenth of that packed. Made by the process that reads, so that nobody else has to.
 */
export function packJson(data: unknown): Buffer {
  return deflateSync(JSON.stringify(data), { level: 1, chunkSize: PORTION });
}

/** What JSON of an object begins with, as it was kept before it was deflated; deflated bytes begin otherwise. */
const BRACE = 0x7b;

/** The JSON of what was packed, or was kept as JSON; inflated away from this thread. */
export async function unpackJson(packed: Buffer): Promise<string> {
  if (packed[0] === BRACE) return packed.toString();
  const json = await promisify<Buffer, { chunkSize: number }, Buffer>(inflate)(packed, {
    chunkSize: PORTION,
  });
  return json.toString();
}
