import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-package';

const LOCAL_SIGNATURE = 0x04034b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
const DEFLATED = 8;
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
