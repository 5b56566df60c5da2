import type { EntityManager } from 'typeorm';
import { BEGINNING, fileKind, joinFiles } from '@thongvon/workbook-io';
import type { Return } from './entities/return';
import { ReturnFile } from './entities/return-file';
import { keepFile, keepReturnFile, sha256Of } from './readings';

/** A file as it was sent. */
export interface SentFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** What stands for several files in the place of one: the sorted list of their SHA-256, in any order and by any name the same. */
export const listOfFiles = (files: readonly SentFile[]): Buffer =>
  Buffer.from(
    files
      .map(({ bytes }) => `${sha256Of(bytes)}\n`)
      .sort()
      .join(''),
  );

/** Each file once, the first of those that are the same. */
export function withoutCopies(files: readonly SentFile[]): SentFile[] {
  const known = new Set<string>();
  return files.filter(({ bytes }) => {
    const sha256 = sha256Of(bytes);
    return !known.has(sha256) && known.add(sha256);
  });
}

/** "KH.csv", or "KH.csv và 2 tệp khác". */
export function nameOfFiles([first, ...others]: readonly SentFile[]): string {
  const name = first?.fileName ?? '';
  return others.length === 0 ? name : `${name} và ${others.length} tệp khác`;
}

/** Keeps what stands for the files of a return: the one file, or the list of several. Returns its SHA-256. */
export function keepSentFiles(manager: EntityManager, files: readonly SentFile[]): Promise<string> {
  const [only, ...others] = files;
  if (only && others.length === 0) return keepReturnFile(manager, only.bytes);
  return keepFile(manager, listOfFiles(files));
}

/** Keeps each of several files of a return, as it came. */
export async function keepSeveral(
  manager: EntityManager,
  returnId: string,
  files: readonly SentFile[],
): Promise<void> {
  if (files.length < 2) return;
  const rows: ReturnFile[] = [];
  for (const [place, { fileName, bytes }] of files.entries())
    rows.push({ returnId, place, fileName, fileSha256: await keepReturnFile(manager, bytes) });
  await manager.insert(ReturnFile, rows);
}

/** A file of a return as it is kept. */
export interface KeptFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** False: no workbook; `bytes` is its beginning. */
  readonly whole: boolean;
}

/** The files that a return came as: one, or several in their order. */
export function filesOfReturn(manager: EntityManager, returnId: string): Promise<KeptFile[]> {
  return manager.query<KeptFile[]>(
    `SELECT coalesce(f.file_name, r.file_name) AS "fileName", s.bytes, s.whole
     FROM returns.return r LEFT JOIN returns.return_file f ON f.return_id = r.id
       JOIN returns.stored_file s ON s.sha256 = coalesce(f.file_sha256, r.file_sha256)
     WHERE r.id = $1 ORDER BY f.place`,
    [returnId],
  );
}

/**
 * The bytes to read a return by: of one file its own, of several all of them joined. Of a file that was no workbook
 * when only its beginning was kept, and whose kind can be read since, a part is never read: there are no bytes.
 */
export async function bytesOfReturn(manager: EntityManager, { id }: Pick<Return, 'id'>): Promise<Buffer> {
  const files = (await filesOfReturn(manager, id)).map(({ fileName, bytes, whole }) => ({
    name: fileName,
    bytes: whole || fileKind(bytes.subarray(0, BEGINNING)) === 'other' ? bytes : Buffer.alloc(0),
  }));
  const [only, ...others] = files;
  if (!only) throw new Error(`no files of return ${id}`);
  return others.length === 0 ? only.bytes : joinFiles(files);
}
