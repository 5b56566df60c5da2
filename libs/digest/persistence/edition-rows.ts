import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';

interface EditionKey {
  readonly week: PlainDate;
  readonly revision: number;
}

/** Who has been written to of the week, up to and including this revision. */
export async function writtenTo(
  manager: EntityManager,
  { week, revision }: EditionKey,
): Promise<{ recipientId: string; revision: number }[]> {
  return manager.query(
    `SELECT recipient_id AS "recipientId", revision FROM digest.digest_edition WHERE week = $1 AND revision <= $2`,
    [week, revision],
  );
}

export interface NewEdition extends EditionKey {
  readonly recipientId: string;
  readonly snapshotId: string;
  readonly mailId: string;
  readonly at: Date;
}

/** One for each week, revision and recipient, whoever writes it first. */
export async function writeEdition(manager: EntityManager, edition: NewEdition): Promise<void> {
  const { week, revision, recipientId, snapshotId, mailId, at } = edition;
  await manager.query(
    `INSERT INTO digest.digest_edition (week, revision, recipient_id, snapshot_id, mail_id, written_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [week, revision, recipientId, snapshotId, mailId, at],
  );
}
