import type { EntityManager } from 'typeorm';
import { NO_PROFILE, type OfficeProfile } from '../domain/office-profile';

export async function profileOf(manager: EntityManager, organizationId: string): Promise<OfficeProfile> {
  const [row] = await manager.query<{ answers: Partial<OfficeProfile> }[]>(
    `SELECT answers FROM office_profile WHERE organization_id = $1`,
    [organizationId],
  );
  return { ...NO_PROFILE, ...row?.answers };
}

export async function saveProfile(
  manager: EntityManager,
  organizationId: string,
  profile: OfficeProfile,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO office_profile (organization_id, answers, updated_at) VALUES ($1, $2, $3)
     ON CONFLICT (organization_id) DO UPDATE SET answers = excluded.answers, updated_at = excluded.updated_at`,
    [organizationId, JSON.stringify(profile), at],
  );
}
