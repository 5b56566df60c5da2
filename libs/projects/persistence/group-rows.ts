import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear, ProjectGroup } from '@thongvon/kernel';

/** What a return says of the group of a project, and the cell that says so. */
export interface NamedGroup {
  readonly projectId: string;
  readonly group: ProjectGroup;
  readonly sheet: string;
  readonly cell: string;
}

/** The return, and for which plan year and of which day it says it. */
export interface GroupsOf {
  readonly returnId: string;
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
}

/**
 * Keeps what a return that is being approved says. It is in force at once where no return of a later day says another: of one day the one
 * that was approved last counts. The cost is that of its rows, however many weeks lie behind.
 */
export async function insertGroupMentions(
  manager: EntityManager,
  { returnId, planYear, asOf }: GroupsOf,
  named: readonly NamedGroup[],
): Promise<void> {
  await manager.query(
    `WITH said AS (
       INSERT INTO projects.group_mention (return_id, project_id, plan_year, as_of, group_code, sheet, cell)
       SELECT $1, "projectId", $2, $3, "group", sheet, cell
       FROM jsonb_to_recordset($4) AS t ("projectId" uuid, "group" text, sheet text, cell text)
       RETURNING id, project_id, plan_year, as_of, group_code
     )
     INSERT INTO projects.project_group AS known (project_id, plan_year, as_of, group_code, mention_id)
     SELECT project_id, plan_year, as_of, group_code, id FROM said ORDER BY project_id
     ON CONFLICT (plan_year, project_id) DO UPDATE
       SET (as_of, group_code, mention_id) = (excluded.as_of, excluded.group_code, excluded.mention_id)
       WHERE known.as_of <= excluded.as_of`,
    [returnId, planYear, asOf, JSON.stringify(named)],
  );
}

/** Derives anew the groups of all that these returns say one of: some no longer count, or count again. */
export async function rederiveGroups(manager: EntityManager, returnIds: readonly string[]): Promise<void> {
  await manager.query(
    `DELETE FROM projects.project_group known USING projects.group_mention m
     WHERE m.return_id = ANY($1) AND (known.project_id, known.plan_year) = (m.project_id, m.plan_year)`,
    [returnIds],
  );
  await manager.query(
    `INSERT INTO projects.project_group (project_id, plan_year, as_of, group_code, mention_id)
     SELECT DISTINCT ON (m.project_id, m.plan_year) m.project_id, m.plan_year, m.as_of, m.group_code, m.id
     FROM (SELECT DISTINCT project_id, plan_year FROM projects.group_mention WHERE return_id = ANY($1)) touched
       JOIN projects.group_mention m USING (project_id, plan_year) JOIN returns.return_ref r ON r.id = m.return_id
     WHERE r.status = 'approved'
     ORDER BY m.project_id, m.plan_year, m.as_of DESC, m.id DESC
     ON CONFLICT (plan_year, project_id) DO UPDATE
       SET (as_of, group_code, mention_id) = (excluded.as_of, excluded.group_code, excluded.mention_id)`,
    [returnIds],
  );
}
