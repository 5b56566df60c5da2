import type { EntityManager } from 'typeorm';
import { currentPlanYear, type PlainDate } from '@thongvon/kernel';
import type { HeldBlocker } from '@thongvon/land-clearance';
import type { FrozenWeekRef } from '../domain/frozen-week';
import { dongOf } from './amount';
import { blockersSeenBy } from './blockers-seen';

/** The open blockers of a snapshot as far as totals look at them, those that these organisations may see. */
export async function heldBlockers(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  scope: readonly string[],
): Promise<HeldBlocker[]> {
  const rows = await manager.query<
    { projectId: string; due: PlainDate | null; setAmount: string | null; remaining: string | null }[]
  >(
    `SELECT b.project_id AS "projectId", b.due, b.set_amount AS "setAmount", capital.remaining
     FROM snapshots.snapshot_blocker b JOIN snapshots.snapshot_project p USING (snapshot_id, project_id)
       LEFT JOIN LATERAL (${remainingSql('$3')}) capital ON true
     WHERE b.snapshot_id = $1 AND ${blockersSeenBy('$2')}`,
    [id, scope, currentPlanYear(week)],
  );
  return rows.map(({ setAmount, remaining, ...row }) => ({
    ...row,
    setAmount: dongOf(setAmount),
    remaining: dongOf(remaining),
  }));
}

/** What blocker `b`'s project has left of the plan of a year: one row, null where either isn't known. */
function remainingSql(year: string): string {
  return `
    SELECT CASE WHEN sum(planned) < sum(disbursed) THEN 0 ELSE sum(planned) - sum(disbursed) END AS remaining
    FROM snapshots.snapshot_line l WHERE (l.snapshot_id, l.project_id) = (b.snapshot_id, b.project_id)
      AND l.plan_year = ${year} AND l.plan_type = 'current-year'`;
}
