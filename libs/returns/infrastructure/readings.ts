import type { EntityManager } from 'typeorm';
import type { Finding, Reading } from '@thongvon/reading';
import type { Preview } from '../domain/preview';
import { summaryOf } from '../domain/return-summary';

export interface StoredReading {
  readonly reading: Reading;
  /** The reading's findings and those of the checks, with answered questions settled. */
  readonly findings: readonly Finding[];
  readonly preview: Preview;
  /** The words of the installation by which it was read. */
  readonly vocabularyVersion: number;
}

export async function storeReading(
  manager: EntityManager,
  returnId: string,
  stored: StoredReading,
): Promise<void> {
  await manager.query(
    `INSERT INTO return_reading (return_id, reading, findings, preview, summary, vocabulary_version)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (return_id) DO UPDATE
       SET reading = excluded.reading, findings = excluded.findings, preview = excluded.preview,
           summary = excluded.summary, vocabulary_version = excluded.vocabulary_version`,
    [
      returnId,
      JSON.stringify(stored.reading),
      JSON.stringify(stored.findings),
      JSON.stringify(stored.preview),
      JSON.stringify(summaryOf(stored.reading, stored.findings, stored.preview)),
      stored.vocabularyVersion,
    ],
  );
}

export async function loadReading(
  manager: EntityManager,
  returnId: string,
): Promise<StoredReading | undefined> {
  const [row] = await manager.query<StoredReading[]>(
    `SELECT reading, findings, preview, vocabulary_version AS "vocabularyVersion"
     FROM return_reading WHERE return_id = $1`,
    [returnId],
  );
  return row;
}
