import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Account } from '@thongvon/organizations';
import { DigestRecipient } from './entities/digest';

/** An account with what is set for its weekly letter; nulls: nothing is. */
export interface RecipientRow extends Omit<Account, 'id'> {
  readonly userId: string;
  readonly receives: boolean | null;
  readonly organizationIds: readonly string[] | null;
  /** Who set it; null with `setAt`: the person, by the link in the letter. */
  readonly actorId: string | null;
  readonly setAt: Date | null;
}

/** Leaders and everybody for whom something is set, by name; or one account, whatever its role. */
export async function recipientRows(
  manager: EntityManager,
  userId: string | null = null,
): Promise<RecipientRow[]> {
  return manager.query<RecipientRow[]>(
    `SELECT u.id AS "userId", u.email, u.name, u.role, u.organization_id AS "organizationId", o.name AS "organizationName",
       u.disabled_at IS NOT NULL AS disabled, set.receives, set.organization_ids AS "organizationIds",
       set.actor_id AS "actorId", set.recorded_at AS "setAt"
     FROM organizations.user_ref u JOIN organizations.organization_ref o ON o.id = u.organization_id
       LEFT JOIN LATERAL (
         SELECT * FROM digest.digest_recipient r WHERE r.user_id = u.id ORDER BY r.id DESC LIMIT 1
       ) set ON true
     WHERE ($1::uuid IS NULL AND (u.role = 'leader' OR set.id IS NOT NULL)) OR u.id = $1
     ORDER BY u.name_key, u.id`,
    [userId],
  );
}

/** What an administrator (`actorId`), or the person by the link (null), sets. */
export interface NewSetting {
  readonly userId: string;
  readonly receives: boolean;
  readonly organizationIds: readonly string[] | null;
  readonly actorId: string | null;
  readonly at: Date;
}

/** Writes what counts from now on; returns its number. */
export async function writeSetting(manager: EntityManager, setting: NewSetting): Promise<string> {
  const { at, organizationIds, ...rest } = setting;
  const { identifiers } = await manager.insert(DigestRecipient, {
    ...rest,
    organizationIds: organizationIds && [...organizationIds],
    recordedAt: at,
  });
  return String(identifiers[0]?.['id']);
}

/** Lets one transaction at a time write about the person's letter, until it ends. */
export async function lockRecipient(manager: EntityManager, userId: string): Promise<void> {
  await manager.query('SELECT FROM organizations.user_ref WHERE id = $1 FOR UPDATE', [userId]);
}

/** What this installation signs its letters' links with; a migration made it. */
export async function signingKey(manager: EntityManager): Promise<Buffer> {
  const [row] = await manager.query<{ key: Buffer }[]>('SELECT key FROM digest.digest_signing_key');
  if (!row) throw new Error('this installation has no signing key');
  return row.key;
}

/** Administrators who may sign in. */
export async function administratorAddresses(
  manager: EntityManager,
): Promise<{ id: string; email: string }[]> {
  return manager.query(
    `SELECT id, email FROM organizations.user_ref WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id`,
  );
}

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

interface NewEdition extends EditionKey {
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
