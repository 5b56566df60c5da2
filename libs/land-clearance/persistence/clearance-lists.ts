import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import { PROJECT_REF, PROJECT_SEARCH, type ProjectRef, visibleClearance } from '@thongvon/projects';
import type { Numbers } from '../domain/clearance-rates';
import { clearanceOnSql } from './clearance-sql';

/** A project with its numbers on a day. */
export interface ProjectRow {
  readonly project: ProjectRef;
  readonly numbers: Numbers;
  readonly figuresAsOf: PlainDate;
}

/** SQL: projects `p` with their numbers `c` on a day. */
function projectsOn(asOf: string): string {
  return `projects.project_ref p JOIN (
      SELECT project_id, jsonb_object_agg(measure, trim_scale(value)::text) AS numbers, max(valid_from) AS figures_as_of
      FROM (${clearanceOnSql(asOf)}) reported GROUP BY project_id
    ) c ON c.project_id = p.id`;
}

/** The numbers of all projects in sight on the day. */
export async function numbersInSight(
  manager: EntityManager,
  actor: Actor,
  asOf: PlainDate,
): Promise<Numbers[]> {
  const where = visibleClearance(actor);
  const from = projectsOn(`${where.parameter(asOf)}::date`);
  const rows = await manager.query<Pick<ProjectRow, 'numbers'>[]>(
    `SELECT c.numbers FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return rows.map((row) => row.numbers);
}

/** Projects in sight with figures, by name without accents. */
export function clearedProjects(actor: Actor, asOf: PlainDate, q: string | undefined): ListSource {
  const where = visibleClearance(actor).matching(PROJECT_SEARCH, q);
  return {
    columns: `${PROJECT_REF} AS project, c.numbers, c.figures_as_of AS "figuresAsOf"`,
    from: projectsOn(`${where.parameter(asOf)}::date`),
    where,
    sort: [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ],
  };
}
