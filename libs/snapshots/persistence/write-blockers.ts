import type { EntityManager } from 'typeorm';
import { currentPlanYear } from '@thongvon/kernel';
import type { KnownBlocker } from '@thongvon/land-clearance';
import type { FrozenWeekRef } from '../domain/frozen-week';

/** Writes the open blockers, with what they hold of this year's plan. After the lines. */
export async function writeBlockers(
  manager: EntityManager,
  { id, week }: FrozenWeekRef,
  blockers: readonly KnownBlocker[],
): Promise<void> {
  await manager.query(
    `INSERT INTO snapshots.snapshot_blocker (snapshot_id, blocker_id, project_id, segment_id, description, cause, responsible_unit,
       responsible_person, deciding_level, contractor, opened_on, due, last_action_on, last_action, reopened, set_amount, held)
     SELECT $1, b.id, b."projectId", b."segmentId", b.description, b.cause, b."responsibleUnit", b."responsiblePerson",
       b."decidingLevel", b.contractor, b."openedOn", b.due, b."lastActionOn", b."lastAction", b.reopened, b."setAmount",
       coalesce(b."setAmount", CASE WHEN planned < disbursed THEN 0 ELSE planned - disbursed END)
     FROM jsonb_to_recordset($2) AS b (id uuid, "projectId" uuid, "segmentId" uuid, description text, cause text,
         "responsibleUnit" text, "responsiblePerson" text, "decidingLevel" text, contractor text, "openedOn" date, due date,
         "lastActionOn" date, "lastAction" text, reopened integer, "setAmount" numeric)
       LEFT JOIN (
         SELECT project_id, sum(planned) AS planned, sum(disbursed) AS disbursed FROM snapshots.snapshot_line
         WHERE snapshot_id = $1 AND plan_year = $3 AND plan_type = 'current-year' GROUP BY project_id
       ) capital ON capital.project_id = b."projectId"`,
    [id, JSON.stringify(blockers), currentPlanYear(week)],
  );
}
