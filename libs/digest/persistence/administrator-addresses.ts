import type { EntityManager } from 'typeorm';

/** Administrators who may sign in. */
export async function administratorAddresses(
  manager: EntityManager,
): Promise<{ id: string; email: string }[]> {
  return manager.query(
    `SELECT id, email FROM organizations.user_ref WHERE role = 'administrator' AND disabled_at IS NULL ORDER BY id`,
  );
}
