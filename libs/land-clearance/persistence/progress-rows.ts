import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { changedReturnsSql, type ReturnFacts } from '@thongvon/returns';
import type { Measure, Numbers } from '../domain/measures';
import { clearanceAsKnownSql, clearanceOnSql } from './clearance-sql';

export interface KnownClearance {
  readonly projectId: string;
  readonly numbers: Numbers;
  readonly figuresAsOf: PlainDate;
}

/** The numbers of all projects on a day as known at an instant: derived anew for those that were touched since. */
export async function numbersAsKnown(
  manager: EntityManager,
  asOf: PlainDate,
  knownAt: Date,
): Promise<KnownClearance[]> {
  const touched = await idsOf(
    manager,
    `SELECT DISTINCT project_id AS id FROM land_clearance.clearance_figure
     WHERE return_id IN (${changedReturnsSql('$1')}) OR (return_id IS NULL AND recorded_at > $1)`,
    knownAt,
  );
  const columns = 'project_id, segment_id, measure, valid_from, valid_to, value';
  const positions = `(
    SELECT ${columns} FROM land_clearance.clearance_position WHERE project_id <> ALL($3::uuid[])
    UNION ALL SELECT ${columns} FROM (${clearanceAsKnownSql('$2', '$3')}) known
  )`;
  return manager.query<KnownClearance[]>(
    `SELECT project_id AS "projectId", jsonb_object_agg(measure, trim_scale(value)::text) AS numbers,
       max(valid_from) AS "figuresAsOf"
     FROM (${clearanceOnSql('$1::date', positions)}) reported GROUP BY project_id`,
    [asOf, knownAt, touched],
  );
}

/** The projects that a return's figures touch; whoever derives them too waits. */
export function lockTouchedBy(manager: EntityManager, returnId: string): Promise<string[]> {
  return idsOf(
    manager,
    `SELECT id FROM projects.project_ref WHERE id IN (SELECT project_id FROM land_clearance.clearance_figure WHERE return_id = $1)
     ORDER BY id FOR NO KEY UPDATE`,
    returnId,
  );
}

/** Nobody derives any progress until this transaction ends. */
export async function lockProgress(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE land_clearance.clearance_position IN SHARE ROW EXCLUSIVE MODE');
}

const COLUMNS = 'project_id, segment_id, measure, valid_from, valid_to, value, figure_id';

/** Derives what is in force of these projects, or of all, anew. */
export async function deriveProgress(
  manager: EntityManager,
  projectIds: readonly string[] | null,
): Promise<void> {
  await manager.query(
    `DELETE FROM land_clearance.clearance_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)`,
    [projectIds],
  );
  await manager.query(
    `INSERT INTO land_clearance.clearance_position (${COLUMNS}) SELECT ${COLUMNS} FROM (${clearanceAsKnownSql('$2', '$1')}) known`,
    [projectIds, null],
  );
}

/** A figure of a return. */
export interface ReportedFigure {
  readonly project_id: string;
  readonly segment_id: string | null;
  readonly measure: Measure;
  readonly value: string;
  readonly sheet: string | null;
  readonly cell: string | null;
}

/** Appends the figures of a return, as of its date; `at`: when it was approved. */
export async function insertReported(
  manager: EntityManager,
  figures: readonly ReportedFigure[],
  facts: Pick<ReturnFacts, 'id' | 'reading'>,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO land_clearance.clearance_figure (return_id, project_id, segment_id, measure, as_of, value, sheet, cell, recorded_at)
     SELECT $2, project_id, segment_id, measure, $3, value, sheet, cell, $4
     FROM jsonb_to_recordset($1) AS t (project_id uuid, segment_id uuid, measure text, value numeric, sheet text, cell text)`,
    [JSON.stringify(figures), facts.id, facts.reading.asOf, at],
  );
}

/** Earlier returns of the same office and date that hold nothing else than this one. */
export async function returnsReplacedBy(
  manager: EntityManager,
  { id, organizationId, reading }: ReturnFacts,
  kind: 'land-clearance',
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM returns.return_ref AS return
     WHERE organization_id = $1 AND status = 'approved' AND id <> $2 AND as_of = $3 AND $4 = ANY(kinds) AND kinds <@ $5`,
    [organizationId, id, reading.asOf, kind, reading.kinds],
  );
  return rows.map((row) => row.id);
}

/** What a person enters of a project or a part of it, as of a date. */
export interface TypedProgress {
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly asOf: PlainDate;
  readonly values: readonly { readonly measure: Measure; readonly value: string }[];
  readonly reason?: string;
}

/** Appends what a person typed; `at`: the business clock. */
export async function insertEntered(
  manager: EntityManager,
  { projectId, segmentId, asOf, values, reason }: TypedProgress,
  enteredBy: string,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO land_clearance.clearance_figure (project_id, segment_id, measure, as_of, value, entered_by, reason, recorded_at)
     SELECT $2, $3, measure, $4, value, $5, $6, $7 FROM jsonb_to_recordset($1) AS t (measure text, value numeric)`,
    [JSON.stringify(values), projectId, segmentId, asOf, enteredBy, reason ?? null, at],
  );
}

/** A number in force. */
export interface InForce {
  readonly measure: Measure;
  readonly value: string;
  readonly asOf: PlainDate;
}

/** What is in force of the project, or of the segment alone, on the day of what is typed, by measure. */
export async function progressInForce(
  manager: EntityManager,
  { projectId, segmentId, asOf }: TypedProgress,
): Promise<Map<Measure, InForce>> {
  const rows = await manager.query<InForce[]>(
    `SELECT measure, trim_scale(value)::text AS value, valid_from AS "asOf" FROM land_clearance.clearance_position
     WHERE project_id = $1 AND segment_id IS NOT DISTINCT FROM $2 AND valid_from <= $3 AND valid_to > $3`,
    [projectId, segmentId, asOf],
  );
  return new Map(rows.map((row) => [row.measure, row]));
}

async function idsOf(manager: EntityManager, sql: string, parameter: Date | string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [parameter]);
  return rows.map(({ id }) => id);
}
