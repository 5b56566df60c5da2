import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import { OfficeProfileRow } from './entities/return-reading';
import { NO_PROFILE, type OfficeProfile, type Remembered } from '../domain/office-profile';

/** What the office has answered; nothing where it never had to. */
export async function profileOf(manager: EntityManager, organizationId: string): Promise<OfficeProfile> {
  const row = await manager.findOneBy(OfficeProfileRow, { organizationId });
  return { ...NO_PROFILE, ...row?.answers };
}

/** The profile, which nobody else changes until the transaction of `manager` ends. */
export async function lockProfile(manager: EntityManager, organizationId: string): Promise<OfficeProfile> {
  // Also where there is none yet: two returns of an office may be handed in at once.
  await manager.query(`SELECT FROM organizations.organization_ref WHERE id = $1 FOR NO KEY UPDATE`, [
    organizationId,
  ]);
  return profileOf(manager, organizationId);
}

/** Every office that has answered something, by name. */
export async function allProfiles(
  manager: EntityManager,
): Promise<{ organization: { id: string; name: string }; profile: OfficeProfile }[]> {
  const rows = await manager.query<{ id: string; name: string; answers: Partial<OfficeProfile> }[]>(
    `SELECT o.id, o.name, p.answers FROM returns.office_profile p JOIN organizations.organization_ref o ON o.id = p.organization_id
     ORDER BY o.name_key, o.id`,
  );
  return rows.map(({ id, name, answers }) => ({
    organization: { id, name },
    profile: { ...NO_PROFILE, ...answers },
  }));
}

/** Puts the profile in the place of what was there. `at`: business clock. */
export async function saveProfile(
  manager: EntityManager,
  organizationId: string,
  profile: OfficeProfile,
  at: Date,
): Promise<void> {
  await manager.upsert(OfficeProfileRow, { organizationId, answers: profile, updatedAt: at }, [
    'organizationId',
  ]);
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * What people, returns and projects that remembered things point to are called today, by their ids; of projects those
 * that `offices` hold (undefined: all).
 */
export async function namesBehind(
  manager: EntityManager,
  remembered: readonly Remembered[],
  offices: readonly string[] | undefined,
): Promise<ReadonlyMap<string, string>> {
  const ids = remembered.flatMap((one) => [
    one.origin?.by,
    one.origin?.returnId,
    one.type === 'answer' && one.answer.asks === 'project' ? one.answer.value : null,
  ]);
  const rows = await manager.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM organizations.user_ref WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, file_name FROM returns.return WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, name FROM projects.project_ref WHERE id = ANY($1::uuid[])
       AND ($2::uuid[] IS NULL OR coalesce(owner_id, registered_by) = ANY($2))`,
    [[...new Set(ids.filter((id) => id != null && UUID.test(id)))], offices ?? null],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the office is called today; empty where there is none of this id. */
export async function nameOfOrganization(manager: EntityManager, id: string): Promise<string> {
  const [row] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organizations.organization_ref WHERE id = $1`,
    [id],
  );
  return row?.name ?? '';
}

/** The role of who uploaded a return. Throws where there is no such person. */
export async function roleOfSender(manager: EntityManager, userId: string): Promise<Role> {
  const [row] = await manager.query<{ role: Role }[]>(
    `SELECT role FROM organizations.user_ref WHERE id = $1`,
    [userId],
  );
  if (!row) throw new Error(`no user ${userId}`);
  return row.role;
}
