import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PlainDate, ReturnKind } from '@thongvon/kernel';
import { codeFingerprint } from '@thongvon/platform';
import { type Finding, type Reading, unpackReading } from '@thongvon/return-reader';
import { BEGINNING, fileKind } from '@thongvon/workbook-io';
import type { TotalChange } from '../domain/consequence';
import type { Preview } from '../domain/preview';
import { summaryOf } from '../domain/return-summary';
import { ReturnReading, StoredFile } from './entities/return-reading';

export interface StoredReading {
  readonly reading: Reading;
  /** The reading's findings and those of the checks, with answered questions settled. */
  readonly findings: readonly Finding[];
  readonly preview: Preview;
  /** The words of the installation by which it was read. */
  readonly vocabularyVersion: number;
}

/** What a check of a reading found, and what it stood on. */
export interface Checked extends Pick<StoredReading, 'findings' | 'preview'> {
  readonly ground: CheckGround;
}

/** Keeps a reading, as `packed`, and what was found in it, in the place of an earlier one of the return. */
export async function storeReading(
  manager: EntityManager,
  returnId: string,
  {
    reading,
    packed,
    vocabularyVersion,
  }: Pick<StoredReading, 'reading' | 'vocabularyVersion'> & { readonly packed: Buffer },
  { findings, preview, ground }: Checked,
): Promise<void> {
  await manager.query(
    `INSERT INTO returns.return_reading
       (return_id, reading, vocabulary_version, findings, preview, summary, checked_by, checked_in)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (return_id) DO UPDATE
       SET reading = excluded.reading, vocabulary_version = excluded.vocabulary_version, findings = excluded.findings,
           preview = excluded.preview, summary = excluded.summary, checked_by = excluded.checked_by,
           checked_in = excluded.checked_in`,
    [
      returnId,
      packed,
      vocabularyVersion,
      JSON.stringify(findings),
      JSON.stringify(preview),
      JSON.stringify(summaryOf(reading, findings, preview)),
      ground.by,
      ground.snapshot,
    ],
  );
}

/** Keeps what another check of the same reading found. */
export async function storeCheck(
  manager: EntityManager,
  returnId: string,
  reading: Reading,
  { findings, preview, ground }: Checked,
): Promise<void> {
  await manager.query(
    `UPDATE returns.return_reading
     SET findings = $2, preview = $3, summary = $4, checked_by = $5, checked_in = $6 WHERE return_id = $1`,
    [
      returnId,
      JSON.stringify(findings),
      JSON.stringify(preview),
      JSON.stringify(summaryOf(reading, findings, preview)),
      ground.by,
      ground.snapshot,
    ],
  );
}

/** Keeps only on what another check stood that found the same. */
export async function storeGround(
  manager: EntityManager,
  returnId: string,
  ground: CheckGround,
): Promise<void> {
  await manager.update(ReturnReading, { returnId }, { checkedBy: ground.by, checkedIn: ground.snapshot });
}

/** All that is kept of the return’s reading; undefined until it has been read. */
export async function loadReading(
  manager: EntityManager,
  returnId: string,
): Promise<StoredReading | undefined> {
  const [row] = await manager.query<(Omit<StoredReading, 'reading'> & { reading: Buffer })[]>(
    `SELECT reading, findings, preview, vocabulary_version AS "vocabularyVersion"
     FROM returns.return_reading WHERE return_id = $1`,
    [returnId],
  );
  return row && { ...row, reading: await unpackReading(row.reading) };
}

/** What was read alone: the preview of a large return is megabytes too. */
export async function loadOnlyReading(
  manager: EntityManager,
  returnId: string,
): Promise<Reading | undefined> {
  const [row] = await manager.query<{ reading: Buffer }[]>(
    'SELECT reading FROM returns.return_reading WHERE return_id = $1',
    [returnId],
  );
  return row && unpackReading(row.reading);
}

/** The reading of an office's newest return of a kind among those that were approved. */
export async function lastReading(
  manager: EntityManager,
  organizationId: string,
  kind: ReturnKind,
): Promise<Reading | undefined> {
  const [row] = await manager.query<{ reading: Buffer }[]>(
    `SELECT g.reading FROM returns.return r JOIN returns.return_reading g ON g.return_id = r.id
     WHERE r.organization_id = $1 AND $2 = ANY(r.kinds) AND r.status IN ('approved', 'superseded')
     ORDER BY r.as_of DESC NULLS LAST, r.received_at DESC LIMIT 1`,
    [organizationId, kind],
  );
  return row && unpackReading(row.reading);
}

/** What was found in it alone. */
export async function loadFindings(
  manager: EntityManager,
  returnId: string,
): Promise<readonly Finding[] | undefined> {
  const [row] = await manager.query<Pick<StoredReading, 'findings'>[]>(
    'SELECT findings FROM returns.return_reading WHERE return_id = $1',
    [returnId],
  );
  return row?.findings;
}

/** The consequences of the last check; none where it was made before they were looked at. */
export async function loadConsequences(
  manager: EntityManager,
  returnId: string,
): Promise<readonly TotalChange[]> {
  const [row] = await manager.query<{ consequences: readonly TotalChange[] | null }[]>(
    `SELECT preview->'consequences' AS consequences FROM returns.return_reading WHERE return_id = $1`,
    [returnId],
  );
  return row?.consequences ?? [];
}

/** What a check stood on. As long as it is the same ground, the same check of the same return finds the same. */
interface CheckGround {
  /** Which database cluster's transactions `snapshot` counts, which code checked, and on which day. */
  readonly by: string;
  /** What the check could see, as PostgreSQL's `pg_snapshot`. */
  readonly snapshot: string;
}

/** A copy of the database in another cluster counts its transactions anew. */
const CLUSTER = '(SELECT system_identifier::text FROM pg_control_system())';

/** The ground as it is now. Take it before the check's first look: what changes meanwhile counts as changed after it. */
export async function currentGround(manager: EntityManager, today: PlainDate): Promise<CheckGround> {
  const [ground] = await manager.query<CheckGround[]>(
    `SELECT ${CLUSTER} || ' ' || $1 AS by, pg_current_snapshot()::text AS snapshot`,
    [`${codeFingerprint()} ${today}`],
  );
  if (!ground) throw new Error('PostgreSQL tells no snapshot');
  return ground;
}

/** Whether nothing that the return's last check read has changed since by a transaction that a new check could see. */
export async function standsOnSameGround(
  manager: EntityManager,
  returnId: string,
  today: PlainDate,
): Promise<boolean> {
  const [row] = await manager.query<{ same: boolean | null }[]>(
    `SELECT checked_by = ${CLUSTER} || ' ' || $2 AND NOT EXISTS (
       SELECT FROM returns.ledger_change
       WHERE xid >= pg_snapshot_xmin(checked_in) AND NOT pg_visible_in_snapshot(xid, checked_in)
     ) AS same
     FROM returns.return_reading WHERE return_id = $1`,
    [returnId, `${codeFingerprint()} ${today}`],
  );
  return row?.same ?? false;
}

/** What is no workbook and larger than this is kept by its beginning only. Bytes. */
const LARGEST_OTHER = 64 * 1024;

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

/** The SHA-256 of a file, in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The bytes to read the file by: all of them, or the beginning of what is no workbook. Of a file that was no workbook
 * when only its beginning was kept, and whose kind can be read since, a part is never read: there are no bytes.
 */
export async function fileBytes(manager: EntityManager, sha256: string): Promise<Buffer> {
  const { bytes, whole } = await storedFile(manager, sha256);
  return whole || fileKind(bytes) === 'other' ? bytes : Buffer.alloc(0);
}

async function storedFile(manager: EntityManager, sha256: string): Promise<StoredFile> {
  const file = await manager.findOneBy(StoredFile, { sha256 });
  if (!file) throw new Error(`no stored file ${sha256}`);
  return file;
}
