import type { EntityManager } from 'typeorm';
import type { Finding, Reading } from '@thongvon/return-reader';
import type { TotalChange } from '../domain/consequence';
import type { Preview } from '../domain/preview';
import { summaryOf } from '../domain/return-summary';
import type { CheckGround } from './check-ground';

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

export async function storeReading(
  manager: EntityManager,
  returnId: string,
  { reading, vocabularyVersion }: Pick<StoredReading, 'reading' | 'vocabularyVersion'>,
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
      JSON.stringify(reading),
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
  await manager.query(
    `UPDATE returns.return_reading SET checked_by = $2, checked_in = $3 WHERE return_id = $1`,
    [returnId, ground.by, ground.snapshot],
  );
}

export async function loadReading(
  manager: EntityManager,
  returnId: string,
): Promise<StoredReading | undefined> {
  const [row] = await manager.query<StoredReading[]>(
    `SELECT reading, findings, preview, vocabulary_version AS "vocabularyVersion"
     FROM returns.return_reading WHERE return_id = $1`,
    [returnId],
  );
  return row;
}

/** One part of it: the reading and the preview of a large return are megabytes. */
export async function loadPart<Part extends 'reading' | 'findings'>(
  manager: EntityManager,
  returnId: string,
  part: Part,
): Promise<StoredReading[Part] | undefined> {
  const [row] = await manager.query<Pick<StoredReading, Part>[]>(
    `SELECT ${part} FROM returns.return_reading WHERE return_id = $1`,
    [returnId],
  );
  return row?.[part];
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
