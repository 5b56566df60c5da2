import type { EntityManager } from 'typeorm';
import { NO_PROFILE, type OfficeProfile } from '../domain/office-profile';

export async function profileOf(manager: EntityManager, organizationId: string): Promise<OfficeProfile> {
  const [row] = await manager.query<{ answers: Partial<OfficeProfile> }[]>(
    `SELECT answers FROM returns.office_profile WHERE organization_id = $1`,
    [organizationId],
  );
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

export async function saveProfile(
  manager: EntityManager,
  organizationId: string,
  profile: OfficeProfile,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO returns.office_profile (organization_id, answers, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id) DO UPDATE SET answers = excluded.answers, updated_at = excluded.updated_at`,
    [organizationId, JSON.stringify(profile), at],
  );
}
