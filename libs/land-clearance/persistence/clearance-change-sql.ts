import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { ClearanceShift } from '../domain/clearance-losses';
import { CUMULATIVE, type Measure } from '../domain/measures';
import { clearanceAsKnownSql, clearanceOnSql } from './clearance-sql';

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
    `SELECT id FROM projects.project_ref WHERE coalesce(owner_id, registered_by) = ANY($1) OR id = ANY($2)`,
    [scope, touched],
  );
  const [row] = await manager.query<{ total: string }[]>(
    `SELECT coalesce(sum(value), 0)::text AS total
     FROM (${clearanceOnSql('$2::date', `(${clearanceAsKnownSql('NULL', '$1')})`)}) reported WHERE measure = $3`,
    [held.map(({ id }) => id), on, measure],
  );
  return row?.total ?? '0';
}
