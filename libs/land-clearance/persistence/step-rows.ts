import type { EntityManager } from 'typeorm';
import type { ClearanceStep } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Conditions } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef } from '@thongvon/projects';
import { type StepFields, type StepRecord, type StepState, stepStates } from '../domain/law/step-clock';
import { SEGMENT_REF, type SegmentRef } from './project-rows';

/** A project or one of its segments, with what was recorded of its steps and what else its clocks look at. */
export interface SteppedProject {
  readonly project: ProjectRef;
  readonly segment: SegmentRef | null;
  readonly states: ReadonlyMap<ClearanceStep, StepState>;
  readonly blocked: ReadonlySet<ClearanceStep>;
  readonly allHandedOver: boolean;
}

interface SteppedRow {
  project: ProjectRef;
  segment: SegmentRef | null;
  records: StepRecord[];
  blocked: ClearanceStep[];
  allHandedOver: boolean | null;
}

/**
 * Those of which steps were recorded, blockers stop a step, or all is reported as handed over, among projects `p` and segments `s`
 * (null: the whole project) that `where` lets through, on a day. By project name and segment.
 */
export async function steppedProjects(
  manager: EntityManager,
  where: Conditions,
  asOf: PlainDate,
): Promise<SteppedProject[]> {
  const day = `${where.parameter(asOf)}::date`;
  const rows = await manager.query<SteppedRow[]>(
    `SELECT ${PROJECT_REF} AS project,
       ${SEGMENT_REF} AS segment,
       coalesce(recorded.records, '[]') AS records, coalesce(stopped.steps, '{}') AS blocked, handed.over AS "allHandedOver"
     FROM projects.project_ref p
       CROSS JOIN LATERAL (
         SELECT NULL::uuid AS id, NULL AS name, NULL AS name_key
         UNION ALL SELECT id, name, name_key FROM land_clearance.clearance_segment WHERE project_id = p.id
       ) s
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('step', e.step, 'fields', e.fields) ORDER BY e.id) AS records
         FROM land_clearance.clearance_step_entry e WHERE e.project_id = p.id AND e.segment_id IS NOT DISTINCT FROM s.id
       ) recorded ON true
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT b.step) FILTER (WHERE b.step IS NOT NULL) AS steps FROM blockers.blocker_position_ref b
         WHERE b.project_id = p.id AND b.open AND b.valid_from <= ${day} AND b.valid_to > ${day}
           AND (s.id IS NULL OR b.segment_id IS NULL OR b.segment_id = s.id)
       ) stopped ON true
       LEFT JOIN LATERAL (
         SELECT max(c.value) FILTER (WHERE c.measure = 'households') <= max(c.value) FILTER (WHERE c.measure = 'handedOver')
           OR max(c.value) FILTER (WHERE c.measure = 'area') <= max(c.value) FILTER (WHERE c.measure = 'areaHandedOver') AS over
         FROM land_clearance.clearance_position c
         WHERE c.project_id = p.id AND c.segment_id IS NOT DISTINCT FROM s.id AND c.valid_from <= ${day} AND c.valid_to > ${day}
       ) handed ON true
     WHERE ${where.sql} AND (recorded.records IS NOT NULL OR stopped.steps IS NOT NULL OR handed.over)
     ORDER BY p.name_key, p.id, s.name_key NULLS FIRST`,
    [...where.parameters],
  );
  return rows.map(({ project, segment, records, blocked, allHandedOver }) => ({
    project,
    segment,
    states: stepStates(records),
    blocked: new Set(blocked),
    allHandedOver: allHandedOver === true,
  }));
}

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

/** Appends what a person recorded of a step. `at`: the business clock. */
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
