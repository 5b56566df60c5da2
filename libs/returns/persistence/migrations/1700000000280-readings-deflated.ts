import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { republish } from '@thongvon/platform';

const VIEW = ['returns.return_reading_ref', 'return_reading'] as const;
const SHOWN = 'return_id, preview';
const SHOWN_BEFORE =
  'return_id, reading, findings, preview, summary, vocabulary_version, checked_by, checked_in';

/** What JSON begins with; deflated bytes begin otherwise. */
const BRACE = 0x7b;

/**
 * Readings are kept deflated (ADR 0191). Those that are there stay what they are, JSON, as bytes. The view of other rooms shows what
 * one of them reads.
 */
export class ReadingsDeflated1700000000280 implements MigrationInterface {
  readonly name = 'ReadingsDeflated1700000000280';

  async up(runner: QueryRunner): Promise<void> {
    await republish(runner, ...VIEW, SHOWN);
    await runner.query(`
      ALTER TABLE returns.return_reading
        ALTER COLUMN reading TYPE bytea USING convert_to(reading::text, 'UTF8'), ALTER COLUMN reading SET STORAGE EXTERNAL;
      COMMENT ON COLUMN returns.return_reading.reading IS
        'JSON (contract, section 5), deflated; as it is where it was read before migration 280'`);
  }

  /** What was deflated is inflated here, a few at a time: PostgreSQL can't. */
  async down(runner: QueryRunner): Promise<void> {
    for (;;) {
      const rows = await runner.manager.query<{ id: string; reading: Buffer }[]>(
        'SELECT return_id AS id, reading FROM returns.return_reading WHERE get_byte(reading, 0) <> $1 LIMIT 20',
        [BRACE],
      );
      if (rows.length === 0) break;
      for (const { id, reading } of rows)
        await runner.query('UPDATE returns.return_reading SET reading = $2 WHERE return_id = $1', [
          id,
          await promisify<Buffer, Buffer>(inflate)(reading),
        ]);
    }
    await runner.query(`
      COMMENT ON COLUMN returns.return_reading.reading IS NULL;
      ALTER TABLE returns.return_reading
        ALTER COLUMN reading SET STORAGE EXTENDED,
        ALTER COLUMN reading TYPE json USING convert_from(reading, 'UTF8')::json`);
    await republish(runner, ...VIEW, SHOWN_BEFORE);
  }
}
