import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { fileKind } from '@thongvon/workbook-io';
import { StoredFile } from './entities/return-reading';

/** What is no workbook and larger than this is kept by its beginning only. Bytes. */
const LARGEST_OTHER = 64 * 1024;
/** Enough to say again what it isn't. Bytes. */
const BEGINNING = 4 * 1024;

/** Original bytes, kept once by their SHA-256, in the database so that they commit with the return that brought them. */
export async function keepFile(manager: EntityManager, bytes: Buffer): Promise<string> {
  const sha256 = sha256Of(bytes);
  await manager.query(
    `INSERT INTO returns.stored_file (sha256, size, bytes) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes, whole = true WHERE NOT stored_file.whole`,
    [sha256, bytes.length, bytes],
  );
  return sha256;
}

/**
 * Keeps what came as a return. Anything may come, and is read and refused (contract, section 4); but of a large file
 * that no reader of ours would open nothing is kept but its SHA-256, size and beginning (docs/adr/0145).
 */
export async function keepReturnFile(manager: EntityManager, bytes: Buffer): Promise<string> {
  if (bytes.length <= LARGEST_OTHER || fileKind(bytes) !== 'other') return keepFile(manager, bytes);
  const sha256 = sha256Of(bytes);
  await manager.query(
    `INSERT INTO returns.stored_file (sha256, size, bytes, whole) VALUES ($1, $2, $3, false) ON CONFLICT (sha256) DO NOTHING`,
    [sha256, bytes.length, bytes.subarray(0, BEGINNING)],
  );
  return sha256;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes to read the file by: all of them, or the beginning of what is no workbook. */
export async function fileBytes(manager: EntityManager, sha256: string): Promise<Buffer> {
  return (await storedFile(manager, sha256)).bytes;
}

/** The file as it came; undefined when only its beginning is kept. */
export async function wholeFile(manager: EntityManager, sha256: string): Promise<Buffer | undefined> {
  const { bytes, whole } = await storedFile(manager, sha256);
  return whole ? bytes : undefined;
}

async function storedFile(manager: EntityManager, sha256: string): Promise<StoredFile> {
  const file = await manager.findOneBy(StoredFile, { sha256 });
  if (!file) throw new Error(`no stored file ${sha256}`);
  return file;
}
