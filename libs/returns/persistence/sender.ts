import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';

export async function roleOfSender(manager: EntityManager, userId: string): Promise<Role> {
  const [row] = await manager.query<{ role: Role }[]>(
    `SELECT role FROM organizations.user_ref WHERE id = $1`,
    [userId],
  );
  if (!row) throw new Error(`no user ${userId}`);
  return row.role;
}
