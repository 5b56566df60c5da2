import { crc32, inflateRawSync } from 'node:zlib';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, overLimit, type WorkbookRefused } from '../workbook-refused';
import { readZipDirectory, type ZipEntry } from './zip-directory';

const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of a zipped workbook. A part is unpacked only when it is asked for, never beyond the limits; pictures,
 * macros and whatever else nobody asks for can be as large as they like and cost nothing. Names are compared without
 * case and with "/" for "\", as Excel does.
 */
export class ZipPackage {
  private readonly entries = new Map<string, ZipEntry>();
  private unpackedTotal = 0;

  constructor(
    bytes: Uint8Array,
    private readonly limits: WorkbookLimits,
  ) {
    for (const entry of readZipDirectory(bytes, limits)) {
      const key = partKey(entry.name);
      if (this.entries.has(key)) throw damaged(`the zip archive holds ${entry.name} twice`);
      this.entries.set(key, entry);
    }
  }

  /** The names as they are written in the archive. */
  get names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /** Undefined if there is no such part. Throws RET-LIMIT or RET-DAMAGED. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(partKey(name));
    if (!entry) return undefined;
    const unpacked = this.unpack(entry);
    this.unpackedTotal += unpacked.length;
    if (this.unpackedTotal > this.limits.unpackedBytes) {
      throw overLimit('unpackedBytes', this.limits.unpackedBytes, this.unpackedTotal);
    }
    if (crc32(unpacked) !== entry.crc32) throw damaged(`the checksum of ${entry.name} is wrong`);
    return unpacked;
  }

  private unpack({ name, method, packed }: ZipEntry): Uint8Array {
    const { most, refusal } = this.allowance(packed.length);
    if (method === STORED) {
      if (packed.length > most) throw refusal;
      return packed;
    }
    if (method !== DEFLATED) throw damaged(`${name} is packed in an unknown way (${method})`);
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      if (isTooLarge(error)) throw refusal;
      throw damaged(`${name} can not be unpacked`, error);
    }
  }

  /** The most that a part may grow to, and what is said if it grows beyond. */
  private allowance(packedLength: number): { most: number; refusal: WorkbookRefused } {
    const { partBytes, unpackedBytes, ratio, ratioFloorBytes } = this.limits;
    const byRatio = Math.max(ratioFloorBytes, packedLength * ratio);
    const byTotal = unpackedBytes - this.unpackedTotal;
    const most = Math.min(partBytes, byRatio, byTotal);
    if (most === byRatio) return { most, refusal: overLimit('ratio', ratio) };
    if (most === byTotal) return { most, refusal: overLimit('unpackedBytes', unpackedBytes) };
    return { most, refusal: overLimit('partBytes', partBytes) };
  }
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** What makes two names the same part. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
