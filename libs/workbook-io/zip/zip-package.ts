import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  /** The packed bytes. */
  readonly packed: Uint8Array;
  /** As the directory states it: true of nothing until the entry is unpacked. */
  readonly unpackedLength: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const utf8 = new TextDecoder();

/**
 * The entries of a zip archive by its central directory, which is what Excel goes by; a local header that says
 * otherwise is never asked. (fflate gives no offsets and trusts the stated sizes, yauzl has no synchronous form; the
 * unpacking itself is left to node:zlib.) Throws RET-DAMAGED for an archive that is cut off or contradicts itself.
 */
export function readZipDirectory(bytes: Uint8Array, limits: WorkbookLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entries(bytes, view, limits);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    // A DataView throws a RangeError for what lies outside: an offset that points nowhere.
    throw damaged('the zip directory points outside the file', error);
  }
}

function entries(bytes: Uint8Array, view: DataView, limits: WorkbookLimits): ZipEntry[] {
  const { count, offset } = directoryPlace(view);
  if (count > limits.zipEntries) throw overLimit('zipEntries', limits.zipEntries, count);
  const found: ZipEntry[] = [];
  let packedTotal = 0;
  for (let at = offset, i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged('the zip directory is broken');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const { packedLength, unpackedLength, localOffset } = places(view, at, nameLength, extraLength);
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    if (encrypted) throw new WorkbookRefused('RET-PASSWORD', 'the zip archive is encrypted');
    packedTotal += packedLength;
    if (packedTotal > bytes.length) throw damaged('entries of the zip archive overlap');
    found.push({
      name: utf8.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packed: packedBytes(bytes, view, localOffset, packedLength),
      unpackedLength,
    });
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  return found;
}

function directoryPlace(view: DataView): { count: number; offset: number } {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    const zip64 = count === 0xffff || offset === IN_ZIP64;
    return zip64 ? directoryPlace64(view, at - 20) : { count, offset };
  }
  throw damaged('the zip archive has no directory: it is cut off');
}

function directoryPlace64(view: DataView, locator: number): { count: number; offset: number } {
  if (view.getUint32(locator, true) !== END64_LOCATOR_SIGNATURE)
    throw damaged('the zip64 locator is missing');
  const end = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(end, true) !== END64_SIGNATURE) throw damaged('the zip64 directory is broken');
  return {
    count: Number(view.getBigUint64(end + 32, true)),
    offset: Number(view.getBigUint64(end + 48, true)),
  };
}

/** Length and offset of an entry; those that don't fit in 32 bits stand in the zip64 field, in this fixed order. */
function places(view: DataView, entry: number, nameLength: number, extraLength: number) {
  let unpackedLength = view.getUint32(entry + 24, true);
  let packedLength = view.getUint32(entry + 20, true);
  let localOffset = view.getUint32(entry + 42, true);
  const end = entry + ENTRY_LENGTH + nameLength + extraLength;
  for (let at = entry + ENTRY_LENGTH + nameLength; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 0x0001) continue;
    let field = at + 4;
    if (unpackedLength === IN_ZIP64) {
      unpackedLength = Number(view.getBigUint64(field, true));
      field += 8;
    }
    if (packedLength === IN_ZIP64) {
      packedLength = Number(view.getBigUint64(field, true));
      field += 8;
    }
    if (localOffset === IN_ZIP64) localOffset = Number(view.getBigUint64(field, true));
    break;
  }
  return { packedLength, unpackedLength, localOffset };
}

function packedBytes(bytes: Uint8Array, view: DataView, local: number, length: number): Uint8Array {
  if (view.getUint32(local, true) !== LOCAL_SIGNATURE)
    throw damaged('an entry of the zip archive is missing');
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + length > bytes.length) throw damaged('an entry of the zip archive is cut off');
  return bytes.subarray(start, start + length);
}

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

/** 2.0, which brought DEFLATE. */
const VERSION = 20;
const UTF8_NAME = 1 << 11;
/** 1/1/1980, the first date that a zip archive knows: the same parts give the same bytes. */
const DATE = 0x21;

/** An entry with these bytes, packed. */
export function deflated(name: string, bytes: Uint8Array): ZipEntry {
  return {
    name,
    method: DEFLATED,
    crc32: crc32(bytes),
    packed: deflateRawSync(bytes),
    unpackedLength: bytes.length,
  };
}

/**
 * A zip archive of these entries, whose packed bytes go in as they are (fflate, which packs elsewhere, can't take over
 * packed bytes). Without zip64: workbooks stay far below 4 GiB.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const local = Buffer.concat([localHeader(entry, name), name, entry.packed]);
    records.push(local);
    directory.push(directoryHeader(entry, name, offset), name);
    offset += local.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([...records, ...directory, endRecord(entries.length, length, offset)]);
}

function localHeader(entry: ZipEntry, name: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeCommon(header, 4, entry, name);
  return header;
}

function directoryHeader(entry: ZipEntry, name: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(ENTRY_LENGTH);
  header.writeUInt32LE(ENTRY_SIGNATURE, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry, name);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** The fields that an entry's two headers share, in the same order. */
function writeCommon(header: Buffer, at: number, entry: ZipEntry, name: Buffer): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAME, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(entry.packed.length, at + 14);
  header.writeUInt32LE(entry.unpackedLength, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(END_LENGTH);
  record.writeUInt32LE(END_SIGNATURE, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
