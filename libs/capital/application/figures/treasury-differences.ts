import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { positionsAsKnownSql, projectsWithChangedFigures } from '../../persistence/figures/figures-sql';

/** Where board and Treasury name different sums of this year's plan for the same day, and nobody has explained it. */
export interface UnexplainedDifference {
  readonly projectId: string;
  /** Null: the whole project, where one side doesn't split it by source. */
  readonly source: string | null;
  readonly board: bigint;
  readonly treasury: bigint;
  /** The date of the Treasury's figure; the board's is the one in force on it. */
  readonly on: PlainDate;
}

/** As known at an instant: the Treasury's newest figures dated by `asOf`, next to the board's in force on their dates. */
export async function treasuryDifferences(
  manager: EntityManager,
  { planYear, asOf, knownAt }: { planYear: PlanYear; asOf: PlainDate; knownAt: Date },
): Promise<UnexplainedDifference[]> {
  const changed = await projectsWithChangedFigures(manager, knownAt);
  const figures = (basis: string): string => `(
    SELECT * FROM (${positionsAsKnownSql('$3', '$4')}) each_basis
    WHERE plan_year = $1 AND plan_type = 'current-year' AND basis = '${basis}'
  )`;
  const rows = await manager.query<
    (Record<'board' | 'treasury', string> & Omit<UnexplainedDifference, 'board'>)[]
  >(
    `WITH reported AS MATERIALIZED (
       SELECT project_id, source_code, disbursed, valid_from, basis FROM ${figures('treasury')} treasury
       WHERE valid_from <= $2::date AND valid_to > $2::date
     ),
     beside AS (
       SELECT project_id, source_code, disbursed, basis, valid_from AS day FROM reported
       UNION ALL
       SELECT board.project_id, board.source_code, board.disbursed, board.basis, day.day
       FROM (SELECT DISTINCT project_id, valid_from AS day FROM reported) day JOIN ${figures('reported')} board
         ON board.project_id = day.project_id AND board.valid_from <= day.day AND board.valid_to > day.day
         AND board.valid_to > (SELECT min(valid_from) FROM reported)
     ),
     keyed AS (
       SELECT *, CASE WHEN bool_or(source_code = 'unspecified') OVER (PARTITION BY project_id) THEN ''
         ELSE source_code END AS key
       FROM beside
     ),
     pair AS (
       SELECT project_id, key, max(day) AS day, sum(disbursed) FILTER (WHERE basis = 'reported') AS board,
         sum(disbursed) FILTER (WHERE basis = 'treasury') AS treasury
       FROM keyed GROUP BY project_id, key
     )
     SELECT project_id AS "projectId", nullif(key, '') AS source, board, treasury, day AS "on" FROM pair
     WHERE board <> treasury AND NOT EXISTS (
       SELECT FROM capital.reconciliation_note n
       WHERE n.project_id = pair.project_id AND n.plan_year = $1 AND n.source_code IS NOT DISTINCT FROM nullif(pair.key, '')
         AND n.difference = pair.treasury - pair.board AND n.at <= $3::timestamptz
     )
     ORDER BY project_id, key`,
    [planYear, asOf, knownAt, changed],
  );
  return rows.map((row) => ({ ...row, board: BigInt(row.board), treasury: BigInt(row.treasury) }));
}
