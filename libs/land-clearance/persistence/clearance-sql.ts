import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { effectiveReturnsSql } from '@thongvon/returns';
import { CUMULATIVE, type Measure } from '../domain/measures';
import type { ClearanceShift } from '../domain/progress-preview';

/**
 * SQL for the clearance figures in force as known at an instant: rows (project_id, segment_id, measure, valid_from,
 * valid_to, value, figure_id). The one definition of the rule; `clearance_position` is its result as known now.
 *
 * Each measure of a project (or segment) is a figure of its own: what a table leaves blank stays as it was reported before.
 * Of two figures of one date, the one that was approved or typed later speaks.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids or null (all). `change` tells what an approval
 * would change: placeholders for ids of returns that end, for new figures (JSON), and for their date.
 */
export function clearanceAsKnownSql(
  knownAt: string,
  projects: string,
  change?: { readonly ending: string; readonly added: string; readonly asOf: string },
): string {
  const columns = 'f.id, f.project_id, f.segment_id, f.measure, f.as_of, f.value';
  const added =
    change &&
    `UNION ALL
      SELECT NULL, project_id, segment_id, measure, ${change.asOf}::date, value, 'infinity'
      FROM jsonb_to_recordset(${change.added}::jsonb) AS t (project_id uuid, segment_id uuid, measure text, value numeric)`;
  const wanted = `(${projects}::uuid[] IS NULL OR f.project_id = ANY(${projects}::uuid[]))`;
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    reported AS (
      SELECT ${columns}, began.at FROM land_clearance.clearance_figure f JOIN effective USING (return_id)
        JOIN returns.return_effect_ref began ON began.id = effective.rank
      WHERE ${wanted}${change ? ` AND f.return_id <> ALL(${change.ending}::uuid[])` : ''}
      UNION ALL
      SELECT ${columns}, f.recorded_at FROM land_clearance.clearance_figure f
      WHERE f.return_id IS NULL AND (${knownAt}::timestamptz IS NULL OR f.recorded_at <= ${knownAt}::timestamptz) AND ${wanted}
      ${added ?? ''}
    ),
    spoken AS (
      SELECT DISTINCT ON (project_id, segment_id, measure, as_of) * FROM reported
      ORDER BY project_id, segment_id, measure, as_of, at DESC, id DESC
    )
    SELECT project_id, segment_id, measure, as_of AS valid_from,
      lead(as_of, 1, 'infinity') OVER (PARTITION BY project_id, segment_id, measure ORDER BY as_of) AS valid_to,
      value, id AS figure_id
    FROM spoken`;
}

/**
 * SQL for each project's number of each measure on a day: rows (project_id, measure, value, valid_from, by_segment). A figure of the
 * whole project and figures of its segments are never added: the segments speak where there is no whole, or where all of
 * them have reported and one of them later than the whole. `positions`: what is in force, as known now unless stated.
 * `segments`: a row per part of a project.
 */
export function clearanceOnSql(
  asOf: string,
  positions = 'land_clearance.clearance_position',
  segments = 'land_clearance.clearance_segment',
): string {
  return `
    SELECT project_id, measure, CASE WHEN by_segment THEN parts ELSE whole END AS value,
      CASE WHEN by_segment THEN parts_from ELSE whole_from END AS valid_from, by_segment
    FROM (
      SELECT *, whole IS NULL OR (parts_from > whole_from AND reporting = segments) AS by_segment
      FROM (
        SELECT project_id, measure,
          max(value) FILTER (WHERE segment_id IS NULL) AS whole,
          max(valid_from) FILTER (WHERE segment_id IS NULL) AS whole_from,
          sum(value) FILTER (WHERE segment_id IS NOT NULL) AS parts,
          max(valid_from) FILTER (WHERE segment_id IS NOT NULL) AS parts_from,
          count(segment_id) AS reporting
        FROM ${positions} position WHERE valid_from <= ${asOf} AND valid_to > ${asOf}
        GROUP BY project_id, measure
      ) reported
      LEFT JOIN (SELECT project_id, count(*) AS segments FROM ${segments} segment GROUP BY project_id) division USING (project_id)
    ) chosen`;
}

/** What an approval would change of the clearance ledger. */
export interface WantedProgress {
  readonly asOf: PlainDate;
  readonly figures: readonly {
    readonly project_id: string;
    readonly segment_id: string | null;
    readonly measure: Measure;
    readonly value: string;
  }[];
  /** By project id, one for each part that isn't registered yet. */
  readonly newParts: readonly string[];
  /** Returns whose effect ends with it. */
  readonly ending: readonly string[];
}

/** Projects that it touches: those of its figures, and of those that end. */
export async function touchedProjects(
  manager: EntityManager,
  { figures, ending }: WantedProgress,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM land_clearance.clearance_figure WHERE return_id = ANY($1)`,
    [ending],
  );
  return [...new Set([...rows.map(({ id }) => id), ...figures.map(({ project_id }) => project_id)])];
}

/** Each cumulative number of these projects, before and after, on each day from the return's on which one of them changes. */
export async function clearanceShifts(
  manager: EntityManager,
  { asOf, figures, newParts, ending }: WantedProgress,
  touched: readonly string[],
): Promise<ClearanceShift[]> {
  const after = clearanceAsKnownSql('NULL', '$1', { ending: '$3', added: '$4', asOf: '$2' });
  const parts = `(SELECT project_id FROM land_clearance.clearance_segment UNION ALL SELECT unnest($5::uuid[]))`;
  return manager.query<ClearanceShift[]>(
    `WITH standing AS MATERIALIZED (${clearanceAsKnownSql('NULL', '$1')}),
     wanted AS MATERIALIZED (${after}),
     days AS (SELECT $2::date AS day UNION SELECT valid_from FROM standing WHERE valid_from > $2)
     SELECT day, shift.project_id AS "projectId", p.code, p.name, measure, before::text, after::text,
       coalesce(since = day, false) AS "sameDay"
     FROM days CROSS JOIN LATERAL (
       SELECT project_id, measure, b.value AS before, a.value AS after, b.valid_from AS since
       FROM (${clearanceOnSql('day', 'standing')}) b
         FULL JOIN (${clearanceOnSql('day', 'wanted', parts)}) a USING (project_id, measure)
     ) shift LEFT JOIN projects.project_ref p ON p.id = shift.project_id
     WHERE measure = ANY($6) ORDER BY day`,
    [touched, asOf, ending, JSON.stringify(figures), newParts, CUMULATIVE],
  );
}

/** What these offices' projects, and the touched ones, have of a number on a day, by the ledger. */
export async function clearanceTotal(
  manager: EntityManager,
  {
    on,
    measure,
    scope,
    touched,
  }: {
    readonly on: PlainDate;
    readonly measure: Measure;
    readonly scope: readonly string[];
    readonly touched: readonly string[];
  },
): Promise<string> {
  const held = await manager.query<{ id: string }[]>(
    `SELECT p.id FROM projects.project_ref p ${joinFormerHolder('$3::date')} WHERE ${HELD_BY} = ANY($1) OR p.id = ANY($2)`,
    [scope, touched, on],
  );
  const [row] = await manager.query<{ total: string }[]>(
    `SELECT coalesce(sum(value), 0)::text AS total
     FROM (${clearanceOnSql('$2::date', `(${clearanceAsKnownSql('NULL', '$1')})`)}) reported WHERE measure = $3`,
    [held.map(({ id }) => id), on, measure],
  );
  return row?.total ?? '0';
}
