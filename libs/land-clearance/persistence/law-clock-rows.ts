import type { EntityManager } from 'typeorm';
import type { ClearanceStep } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import { PROJECT_REF, type ProjectRef, readableClearance } from '@thongvon/projects';
import { type StepFields, type StepRecord, type StepState, stepStates } from '../domain/law/step-clock';
import { type NamedDay, type SpecialDay, WorkCalendar } from '../domain/law/work-calendar';
import { SEGMENT_REF, type SegmentRef } from './project-rows';

/** A project or one of its segments, with what was recorded of its steps and what else its clocks look at. */
interface SteppedProject {
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

/** What a picture says of itself. Nobody has checked it. */
export interface TakenFacts {
  readonly takenOn: PlainDate | null;
  /** `HH:MM`, by the clock of who took it. */
  readonly takenTime: string | null;
  /** Degrees, as decimal texts. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

/** A file that was uploaded for a project. */
export interface EvidenceRef extends TakenFacts {
  readonly id: string;
  readonly name: string;
}

const EVIDENCE_REF = `id, name, taken_on AS "takenOn", taken_time AS "takenTime", latitude, longitude`;

/** Whether the actor sees the return: its office is in their scope. */
export async function seesReturn(manager: EntityManager, actor: Actor, returnId: string): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT FROM returns.return_ref WHERE id = $1 AND organization_id = ANY($2)`,
    [returnId, actor.scope],
  );
  return found.length > 0;
}

/** A file that was uploaded for the project; null: for another room. */
export async function evidenceOf(
  manager: EntityManager,
  projectId: string | null,
  fileId: string,
): Promise<EvidenceRef | undefined> {
  const [file] = await manager.query<EvidenceRef[]>(
    `SELECT ${EVIDENCE_REF} FROM land_clearance.evidence_file WHERE id = $1 AND project_id IS NOT DISTINCT FROM $2`,
    [fileId, projectId],
  );
  return file;
}

interface NewEvidence {
  readonly projectId: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
  /** By which it is kept once, however often it is sent; null: each time anew. */
  readonly clientKey: string | null;
  readonly taken: TakenFacts;
}

/** Appends a file whose bytes are kept already, under the hash of them; undefined: its key has kept one before. */
export async function insertEvidence(
  manager: EntityManager,
  { projectId, name, sha256, by, at, clientKey, taken }: NewEvidence,
): Promise<EvidenceRef | undefined> {
  const [kept] = await manager.query<EvidenceRef[]>(
    `INSERT INTO land_clearance.evidence_file
       (project_id, name, file_sha256, uploaded_by, uploaded_at, client_key, taken_on, taken_time, latitude, longitude)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (uploaded_by, client_key) WHERE client_key IS NOT NULL DO NOTHING
     RETURNING ${EVIDENCE_REF}`,
    [
      ...[projectId, name, sha256, by, at, clientKey],
      ...[taken.takenOn, taken.takenTime, taken.latitude, taken.longitude],
    ],
  );
  return kept;
}

/** The file that this person's key has kept, with its project and content's hash. */
export async function evidenceByKey(
  manager: EntityManager,
  by: string,
  clientKey: string,
): Promise<
  { readonly file: EvidenceRef; readonly projectId: string | null; readonly sha256: string } | undefined
> {
  const [found] = await manager.query<(EvidenceRef & { projectId: string | null; sha256: string })[]>(
    `SELECT ${EVIDENCE_REF}, project_id AS "projectId", file_sha256 AS sha256
     FROM land_clearance.evidence_file WHERE uploaded_by = $1 AND client_key = $2`,
    [by, clientKey],
  );
  if (!found) return undefined;
  const { projectId, sha256, ...file } = found;
  return { file, projectId, sha256 };
}

/** Name and content's hash of a file of a project in sight. */
export async function visibleEvidence(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly sha256: string } | undefined> {
  const where = readableClearance(actor).and((value) => `f.id = ${value}`, id);
  const [found] = await manager.query<{ name: string; sha256: string }[]>(
    `SELECT f.name, f.file_sha256 AS sha256 FROM land_clearance.evidence_file f JOIN projects.project_ref p ON p.id = f.project_id WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
}

/** Name and content's hash of a file, whoever sees it. */
export async function evidenceById(
  manager: EntityManager,
  id: string,
): Promise<{ readonly name: string; readonly sha256: string } | undefined> {
  const [found] = await manager.query<{ name: string; sha256: string }[]>(
    'SELECT name, file_sha256 AS sha256 FROM land_clearance.evidence_file WHERE id = $1',
    [id],
  );
  return found;
}

/** When the days off of a year were confirmed; undefined: nobody has confirmed them. */
export async function confirmedAt(manager: EntityManager, year: number): Promise<Date | undefined> {
  const [confirmed] = await manager.query<{ at: Date }[]>(
    'SELECT confirmed_at AS at FROM land_clearance.holiday_year WHERE year = $1',
    [year],
  );
  return confirmed?.at;
}

/** Days of a year that differ from their weekday, in order. */
export function daysOf(manager: EntityManager, year: number): Promise<NamedDay[]> {
  return manager.query(
    'SELECT day, working, tet, label FROM land_clearance.holiday WHERE year = $1 ORDER BY day',
    [year],
  );
}

/** Nobody confirms a year until this transaction ends. */
export async function lockYears(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE land_clearance.holiday_year IN SHARE ROW EXCLUSIVE MODE');
}

/** Puts these days in the place of those of the year before. */
export async function replaceYear(
  manager: EntityManager,
  year: number,
  days: readonly NamedDay[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await manager.query('DELETE FROM land_clearance.holiday_year WHERE year = $1', [year]);
  await manager.query(
    'INSERT INTO land_clearance.holiday_year (year, confirmed_at, confirmed_by) VALUES ($1, $2, $3)',
    [year, at, by],
  );
  await manager.query(
    `INSERT INTO land_clearance.holiday (day, year, working, tet, label) SELECT day, $2, working, tet, label
     FROM jsonb_to_recordset($1) AS t (day date, working boolean, tet boolean, label text)`,
    [JSON.stringify(days), year],
  );
}

/** All days that staff have confirmed to differ from their weekday. */
export async function loadWorkCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const rows = await manager.query<((SpecialDay & { year: null }) | { day: null; year: number })[]>(
    `SELECT day, working, tet, NULL AS year FROM land_clearance.holiday
     UNION ALL SELECT NULL, NULL, NULL, year FROM land_clearance.holiday_year`,
  );
  const days = rows.flatMap(({ year: _, ...day }) => (day.day === null ? [] : [day]));
  return new WorkCalendar(days, new Set(rows.flatMap(({ year }) => year ?? [])));
}
