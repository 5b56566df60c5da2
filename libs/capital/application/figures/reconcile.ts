import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf, ReconciliationState } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Conditions, listPage, Problem, SystemClock } from '@thongvon/platform';
import { HELD_BY, joinFormerHolder, PROJECT_SEARCH, visibleProjects } from '@thongvon/projects';
import type { Source } from './list-project-figures';

export interface ReconciliationFilter {
  readonly planYear: PlanYear;
  readonly asOf: PlainDate;
  readonly state?: ReconciliationState;
  /** True: only what nobody has explained. */
  readonly open?: boolean;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

interface Side {
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly asOf: PlainDate;
  readonly cells: readonly Source[];
}

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

export interface Explanation {
  readonly projectId: string;
  readonly planYear: PlanYear;
  readonly source: string | null;
  readonly difference: bigint;
  readonly explanation: string;
}

/**
 * Sets the board's figures next to the Treasury's for the same day: by source where both split a project so, else per
 * project. Both stay what they are; the Treasury prevails where a single figure is needed (domain, section 0, rule 6).
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** This year's plan only. Largest difference first. */
  rows(actor: Actor, filter: ReconciliationFilter): Promise<ListOf<ReconciliationRow>> {
    const { planYear, asOf, state, open, q, limit, cursor } = filter;
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
    const columns = `json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project,
      CASE WHEN c.key = '' THEN NULL ELSE json_build_object('code', s.code, 'label', s.label) END AS source,
      c.board, c.treasury, c.difference, c.to_explain AS "toExplain", c.state,
      CASE WHEN n.at IS NULL THEN NULL
        ELSE json_build_object('explanation', n.explanation, 'authorId', n.author_id, 'at', n.at) END AS note`;
    const sort = [
      { sql: '-abs(coalesce(c.to_explain, 0))', type: 'numeric' },
      { sql: 'p.id', type: 'uuid' },
      { sql: 'c.key', type: 'text' },
    ] as const;
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return listPage(this.dataSource.manager, { columns, from, where, sort }, page);
  }

  /** Closes a difference, or what only one side has reported, with its explanation. It opens again by itself when that changes. */
  async explain(
    actor: Actor,
    { projectId, planYear, source, difference, explanation }: Explanation,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const where = visibleProjects(actor).and((value) => `p.id = ${value}`, projectId);
      const seen = await manager.query<object[]>(`SELECT FROM projects.project_ref p WHERE ${where.sql}`, [
        ...where.parameters,
      ]);
      if (seen.length === 0) {
        throw new Problem(404, 'PROJECT-NOT-FOUND', 'Không tìm thấy dự án này.', 'There is no such project.');
      }
      await manager.query(
        `INSERT INTO capital.reconciliation_note (project_id, plan_year, source_code, difference, explanation, author_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [projectId, planYear, source, difference.toString(), explanation, actor.userId, this.clock.now()],
      );
      await this.audit.record(manager, actor.userId, 'reconciliation.explain', `project:${projectId}`, {
        planYear,
      });
    });
  }
}

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
      SELECT reported.*, CASE WHEN bool_or(source_code = 'unspecified') OVER (PARTITION BY project_id) THEN ''
        ELSE source_code END AS key
      FROM reported
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
