import type { EntityManager } from 'typeorm';
import type { ReconciliationState } from '@thongvon/api-contract';
import { type Dong, type PlainDate, type PlanYear, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { HELD_BY, joinFormerHolder, PROJECT_REF, PROJECT_SEARCH } from '@thongvon/projects';
import { positionsAsKnownSql, projectsWithChangedFigures } from './figures-sql';
import type { Source } from './project-figure-rows';

/** What one side says of a project or of a source of it. Whole đồng as text; null: it doesn't say. */
interface Side {
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly asOf: PlainDate;
  readonly cells: readonly Source[];
}

/** A row of `reconciliationList`: both sides next to each other. */
export interface ReconciliationRow {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string };
  readonly source: { readonly code: string; readonly label: string } | null;
  readonly board: Side | null;
  readonly treasury: Side | null;
  readonly difference: string | null;
  readonly toExplain: string | null;
  readonly state: ReconciliationState;
  readonly note: { readonly explanation: string; readonly authorId: string; readonly at: string } | null;
}

/** Of which day and year; what is left out narrows nothing. */
interface ReconciliationAsked {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly state?: ReconciliationState;
  /** True: only what nobody has explained. */
  readonly open?: boolean;
  readonly q?: string;
}

/** This year's plan of what the actor's offices held on the day: largest difference first. */
export function reconciliationList(
  actor: Actor,
  { planYear, asOf, state, open, q }: ReconciliationAsked,
): ListSource {
  const where = new Conditions().and((ids) => `${HELD_BY} = ANY(${ids}::uuid[])`, actor.scope);
  const year = `${where.parameter(planYear)}::int`;
  const day = `${where.parameter(asOf)}::date`;
  where.matching(PROJECT_SEARCH, q);
  if (state !== undefined) where.and((value) => `c.state = ${value}`, state);
  if (open !== undefined) where.also(`(c.to_explain IS NOT NULL AND n.at IS NULL) = ${open}`);
  const from = `(${compareSql(year, day)}) c JOIN projects.project_ref p ON p.id = c.project_id ${joinFormerHolder(day)}
    LEFT JOIN projects.source_ref s ON s.code = c.key
    LEFT JOIN LATERAL (
      SELECT explanation, author_id, at FROM capital.reconciliation_note n
      WHERE n.project_id = c.project_id AND n.plan_year = ${year} AND n.source_code IS NOT DISTINCT FROM nullif(c.key, '')
        AND n.difference = c.to_explain
      ORDER BY n.id DESC LIMIT 1
    ) n ON true`;
  const columns = `${PROJECT_REF} AS project,
    CASE WHEN c.key = '' THEN NULL ELSE json_build_object('code', s.code, 'label', s.label) END AS source,
    c.board, c.treasury, c.difference, c.to_explain AS "toExplain", c.state,
    CASE WHEN n.at IS NULL THEN NULL
      ELSE json_build_object('explanation', n.explanation, 'authorId', n.author_id, 'at', n.at) END AS note`;
  const sort: SortKey[] = [
    { sql: '-abs(coalesce(c.to_explain, 0))', type: 'numeric' },
    { sql: 'p.id', type: 'uuid' },
    { sql: 'c.key', type: 'text' },
  ];
  return { columns, from, where, sort };
}

/** SQL: what both sides are held against each other by: the source, or '' (the whole project) where a side doesn't split it. */
const KEY = `CASE WHEN bool_or(source_code = '${UNSPECIFIED_SOURCE}') OVER (PARTITION BY project_id) THEN ''
  ELSE source_code END AS key`;

/** Rows (project_id, key, board, treasury, difference, to_explain, state); key is the source, or '' for the whole project. */
function compareSql(year: string, day: string): string {
  const side = (basis: string): string => `CASE WHEN bool_or(basis = '${basis}') THEN json_build_object(
    'disbursed', sum(disbursed) FILTER (WHERE basis = '${basis}')::text,
    'completed', sum(completed) FILTER (WHERE basis = '${basis}')::text,
    'advance', sum(advance) FILTER (WHERE basis = '${basis}')::text,
    'asOf', max(valid_from) FILTER (WHERE basis = '${basis}'),
    'cells', coalesce(json_agg(cell) FILTER (WHERE basis = '${basis}' AND cell IS NOT NULL), '[]')) END`;
  return `
    WITH reported AS (
      SELECT d.project_id, d.basis, d.source_code, d.disbursed, d.completed, d.advance, d.valid_from,
        f.cells->'disbursed' || jsonb_build_object('returnId', f.return_id) AS cell
      FROM capital.disbursement_position d JOIN capital.figure f ON f.id = d.figure_id
      WHERE d.plan_year = ${year} AND d.plan_type = 'current-year' AND d.basis IN ('reported', 'treasury')
        AND d.valid_from <= ${day} AND d.valid_to > ${day}
    ),
    keyed AS (
      SELECT reported.*, ${KEY} FROM reported
    ),
    pair AS (
      SELECT project_id, key, ${side('reported')} AS board, ${side('treasury')} AS treasury,
        sum(disbursed) FILTER (WHERE basis = 'treasury') - sum(disbursed) FILTER (WHERE basis = 'reported') AS difference,
        coalesce(sum(disbursed) FILTER (WHERE basis = 'treasury'), 0)
          - coalesce(sum(disbursed) FILTER (WHERE basis = 'reported'), 0) AS apart
      FROM keyed GROUP BY project_id, key
    )
    SELECT project_id, key, board, treasury, difference, nullif(apart, 0) AS to_explain, CASE WHEN treasury IS NULL THEN 'only-board' WHEN board IS NULL THEN 'only-treasury'
      WHEN difference = 0 THEN 'equal' ELSE 'differs' END AS state
    FROM pair`;
}

/** Why a difference is as it is. */
interface ReconciliationNote {
  readonly projectId: string;
  readonly planYear: PlanYear;
  /** Null: of the whole project. */
  readonly source: string | null;
  readonly difference: Dong;
  readonly explanation: string;
  readonly authorId: string;
  /** Business clock. */
  readonly at: Date;
}

/** Adds the note; it holds as long as the difference stays as it says. */
export async function insertReconciliationNote(
  manager: EntityManager,
  { projectId, planYear, source, difference, explanation, authorId, at }: ReconciliationNote,
): Promise<void> {
  await manager.query(
    `INSERT INTO capital.reconciliation_note (project_id, plan_year, source_code, difference, explanation, author_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [projectId, planYear, source, difference.toString(), explanation, authorId, at],
  );
}

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
       SELECT *, ${KEY} FROM beside
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
