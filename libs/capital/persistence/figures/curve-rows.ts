import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { linesSql, visibleSql } from './positions-sql';
import { type StoredCourse, storedStepsSql } from './stored-courses';
import type { DaySql } from './stored-standings';

/** What was disbursed by a day. Whole đồng as text. */
export interface CurvePoint {
  readonly asOf: PlainDate;
  readonly disbursed: string | null;
  /** Of one source: what may be of it, but nobody splits. */
  readonly notSplit: string | null;
}

/**
 * The sum over all planned projects after each day on which a figure began to hold. What is `stored` is read instead of derived, but of
 * the projects that were counted otherwise on the day.
 */
export function curvePoints(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: StoredCourse | null,
): Promise<CurvePoint[]> {
  const parameters = new Conditions();
  return manager.query<CurvePoint[]>(`${pointsSql(actor, query, parameters, stored)} ORDER BY day`, [
    ...parameters.parameters,
  ]);
}

/** SQL for the day of the newest of these points. */
export const newestPointSql =
  (actor: Actor, query: FiguresQuery, stored: StoredCourse): DaySql =>
  (parameters) =>
    `(SELECT max("asOf") FROM (${pointsSql(actor, query, parameters, stored)}) point)`;

function pointsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  stored: StoredCourse | null,
): string {
  const steps = [
    ...(stored === null
      ? []
      : [`SELECT *, NULL::numeric FROM (${storedStepsSql(stored, actor, query, parameters)}) stored`]),
    ...(stored === null || stored.otherwise.length > 0
      ? [`SELECT * FROM (${derivedStepsSql(actor, query, parameters, stored?.otherwise)}) derived`]
      : []),
  ];
  return `WITH step (day, disbursed, known, steps, not_split) AS (${steps.join(' UNION ALL ')}),
     moved AS (
       SELECT day, CASE WHEN sum(known) > 0 THEN sum(disbursed) END AS change, sum(not_split) AS not_split
       FROM step GROUP BY day HAVING sum(steps) > 0
     )
     SELECT day AS "asOf", sum(change) OVER (ORDER BY day) AS disbursed,
       nullif(sum(not_split) OVER (ORDER BY day), 0) AS "notSplit"
     FROM moved`;
}

/** SQL for what each day changed of what planned projects have disbursed, of all that the actor sees or of these alone. */
function derivedStepsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  projectIds?: readonly string[],
): string {
  const ids = projectIds === undefined ? undefined : `= ANY(${parameters.parameter(projectIds)}::uuid[])`;
  const visible = visibleSql(actor, query, parameters, ids);
  const lines = linesSql(
    query,
    parameters,
    ids === undefined ? {} : { of: `${ids} AND project_id IN (SELECT id FROM visible)` },
  );
  const day = `${parameters.parameter(query.asOf)}::date`;
  const steps = (from: string, amounts: string): string => `
       SELECT valid_from AS day, ${amounts.replaceAll('~', '')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)
       UNION ALL
       SELECT valid_to, ${amounts.replaceAll('~', '-')} FROM ${from} WHERE project_id IN (SELECT project_id FROM planned)`;
  return `WITH ${visible}, ${lines},
     each (day, disbursed, not_split) AS (
       ${steps('reported_ever', '~disbursed, NULL::numeric')} UNION ALL ${steps('not_split_ever', 'NULL, ~not_split')}
     )
     SELECT day, sum(disbursed) AS disbursed, count(disbursed) AS known, count(*) AS steps, sum(not_split) AS not_split
     FROM each WHERE day <= ${day} GROUP BY day`;
}
