import type { EntityManager } from 'typeorm';
import type { ProjectKind } from '../domain/project-kind';

/** A project as a register of before had it. */
export interface TakenOverProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameKey: string;
  readonly kind: ProjectKind;
  readonly ownerId: string;
  readonly commune: string | null;
  /** Whole đồng as text. */
  readonly totalInvestment: string | null;
}

/** Rows of one statement. */
const AT_ONCE = 10_000;

/** Writes them, registered by their owners. */
export async function insertTakenOverProjects(
  manager: EntityManager,
  projects: readonly TakenOverProject[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < projects.length; from += AT_ONCE)
    await manager.query(
      `INSERT INTO projects.project (id, code, name, name_key, kind, owner_id, registered_by, commune, total_investment, created_at)
       SELECT id, code, name, "nameKey", kind, "ownerId", "ownerId", commune, "totalInvestment", $2
       FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, code text, name text, "nameKey" text, kind text, "ownerId" uuid,
         commune text, "totalInvestment" numeric)`,
      [JSON.stringify(projects.slice(from, from + AT_ONCE)), at],
    );
  await manager.query('ANALYZE projects.project');
}
