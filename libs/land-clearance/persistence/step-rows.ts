import type { EntityManager } from 'typeorm';
import type { ClearanceStep } from '@thongvon/api-contract';
import type { StepFields, StepRecord } from '../domain/law/step-clock';

/** What was recorded of a step, oldest first. */
export function stepRecords(
  manager: EntityManager,
  projectId: string,
  segmentId: string | null,
  step: ClearanceStep,
): Promise<StepRecord[]> {
  return manager.query<StepRecord[]>(
    `SELECT step, fields FROM land_clearance.clearance_step_entry
     WHERE project_id = $1 AND segment_id IS NOT DISTINCT FROM $2 AND step = $3 ORDER BY id`,
    [projectId, segmentId, step],
  );
}

/** What an open blocker at the step says; one of the whole project stops its segments too. */
export async function blockerAtStep(
  manager: EntityManager,
  projectId: string,
  segmentId: string | null,
  step: ClearanceStep,
): Promise<string | undefined> {
  const [blocker] = await manager.query<{ description: string }[]>(
    `SELECT description FROM blockers.blocker_position_ref
     WHERE project_id = $1 AND open AND valid_to = 'infinity' AND step = $3
       AND ($2::uuid IS NULL OR segment_id IS NULL OR segment_id = $2)`,
    [projectId, segmentId, step],
  );
  return blocker?.description;
}

export async function insertStep(
  manager: EntityManager,
  entry: {
    readonly projectId: string;
    readonly segmentId: string | null;
    readonly step: ClearanceStep;
    readonly fields: StepFields;
    readonly actorId: string;
    readonly at: Date;
  },
): Promise<void> {
  const { projectId, segmentId, step, fields, actorId, at } = entry;
  await manager.query(
    `INSERT INTO land_clearance.clearance_step_entry (project_id, segment_id, step, fields, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [projectId, segmentId, step, JSON.stringify(fields), actorId, at],
  );
}
