import type { EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { type ProjectRef, visibleClearance } from '@thongvon/projects';

/** A project with the contractors that its register names. */
export interface WorkedOn extends ProjectRef {
  readonly contractors: readonly string[];
}

/** The contractors of all projects in sight, as they are written. */
export async function registeredContractors(manager: EntityManager, actor: Actor): Promise<string[]> {
  const visible = visibleClearance(actor);
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT unnest(p.contractors) AS name FROM projects.project_ref p WHERE ${visible.sql}`,
    [...visible.parameters],
  );
  return rows.map(({ name }) => name);
}

/** The projects whose registers name one of these. */
export function projectsOfContractors(
  manager: EntityManager,
  actor: Actor,
  names: readonly string[],
): Promise<WorkedOn[]> {
  const where = visibleClearance(actor).and((any) => `p.contractors && ${any}::text[]`, names);
  return manager.query<WorkedOn[]>(
    `SELECT p.id, p.code, p.name, p.contractors FROM projects.project_ref p WHERE ${where.sql} ORDER BY p.name_key, p.id`,
    [...where.parameters],
  );
}
