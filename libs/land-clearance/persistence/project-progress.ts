import type { EntityManager } from 'typeorm';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ListSource } from '@thongvon/platform';
import { PROJECT_REF, PROJECT_SEARCH, type ProjectRef, readableClearance } from '@thongvon/projects';
import { type Measure, type MeasuredValue, MEASURES, type Numbers } from '../domain/measures';
import type { SourceCell } from '../domain/proof';
import { clearanceOnSql } from './clearance-sql';
import { SEGMENT_REF, type SegmentRef } from './project-rows';

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
  const where = readableClearance(actor);
  const from = projectsOn(`${where.parameter(asOf)}::date`);
  const rows = await manager.query<Pick<ProjectRow, 'numbers'>[]>(
    `SELECT c.numbers FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return rows.map((row) => row.numbers);
}

/** Projects in sight with figures, by name without accents. */
export function clearedProjects(actor: Actor, asOf: PlainDate, q: string | undefined): ListSource {
  const where = readableClearance(actor).matching(PROJECT_SEARCH, q);
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

/** A project's numbers on a day, by measure. */
export async function projectNumbers(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<Numbers> {
  const rows = await manager.query<{ measure: Measure; value: string }[]>(
    `SELECT measure, trim_scale(value)::text AS value FROM (${clearanceOnSql('$2::date')}) reported WHERE project_id = $1`,
    [projectId, asOf],
  );
  return Object.fromEntries(rows.map(({ measure, value }) => [measure, value]));
}

/** A figure in force, of the whole project or of a part. */
export interface FigureInForce extends MeasuredValue {
  readonly segment: SegmentRef | null;
  readonly asOf: PlainDate;
  /** Days from then to the day that was asked for. */
  readonly ageDays: number;
  /** Null: a person typed it. */
  readonly source: SourceCell | null;
  /** It enters the project's number. */
  readonly counts: boolean;
}

/** The figures in force on the day, each with its source and whether it counts beside a segment's. */
export async function projectFigures(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<FigureInForce[]> {
  const rows = await manager.query<Omit<FigureInForce, 'unit' | 'ageDays'>[]>(
    `SELECT c.measure, trim_scale(c.value)::text AS value, c.valid_from AS "asOf",
         ${SEGMENT_REF} AS segment,
         CASE WHEN f.return_id IS NULL THEN NULL
           ELSE json_build_object('returnId', f.return_id, 'sheet', f.sheet, 'cell', f.cell) END AS source,
         reported.by_segment = (c.segment_id IS NOT NULL) AS counts
       FROM land_clearance.clearance_position c JOIN land_clearance.clearance_figure f ON f.id = c.figure_id
         JOIN (${clearanceOnSql('$2::date')}) reported ON reported.project_id = c.project_id AND reported.measure = c.measure
         LEFT JOIN land_clearance.clearance_segment s ON s.id = c.segment_id
       WHERE c.project_id = $1 AND c.valid_from <= $2 AND c.valid_to > $2
       ORDER BY s.batch NULLS FIRST, s.name_key NULLS FIRST, f.id`,
    [projectId, asOf],
  );
  return rows.map((row) => ({ ...row, unit: MEASURES[row.measure], ageDays: daysBetween(row.asOf, asOf) }));
}

/** A project's number from a day on. */
export interface CoursePoint extends MeasuredValue {
  readonly asOf: PlainDate;
}

/** The project's numbers on every day on which one of them changed. */
export async function projectCourse(
  manager: EntityManager,
  projectId: string,
  asOf: PlainDate,
): Promise<CoursePoint[]> {
  const rows = await manager.query<Omit<CoursePoint, 'unit'>[]>(
    `SELECT DISTINCT day.valid_from AS "asOf", reported.measure, trim_scale(reported.value)::text AS value
       FROM (SELECT DISTINCT measure, valid_from FROM land_clearance.clearance_position WHERE project_id = $1 AND valid_from <= $2) day
         CROSS JOIN LATERAL (${clearanceOnSql('day.valid_from')}) reported
       WHERE reported.project_id = $1 AND reported.measure = day.measure ORDER BY 1, 2`,
    [projectId, asOf],
  );
  return rows.map((row) => ({ ...row, unit: MEASURES[row.measure] }));
}
