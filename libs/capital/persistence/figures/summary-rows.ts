import type { EntityManager } from 'typeorm';
import type { Grouping } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { positionsSql } from './positions-sql';

/** The sums of one group of planned projects, or (`whole`) of all. Whole đồng as text; null: not known. */
export interface SummaryRow {
  readonly whole: boolean;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly derived: string | null;
  readonly by_treasury: string | null;
  readonly not_split: string | null;
  readonly not_split_projects: number;
}

/** What each grouping groups by: the key and its label, from a project `p` and a ledger line `line`. */
const GROUP_SQL: Record<Grouping, { readonly key: string; readonly label: string }> = {
  owner: { key: 'p.owner_key', label: 'p.owner' },
  kind: { key: 'p.kind', label: 'NULL::text' },
  source: { key: 'line.source_code', label: 's.label' },
  planType: { key: 'line.plan_type', label: 'NULL::text' },
  commune: { key: 'p.commune', label: 'p.commune' },
};

type Question = FiguresQuery & { readonly groupBy?: Grouping };

/** All that the actor may see, and its groups where any are asked for: largest plan first. */
export function summaryRows(manager: EntityManager, actor: Actor, query: Question): Promise<SummaryRow[]> {
  const parameters = new Conditions();
  const positions = positionsSql(actor, query, parameters, { bySource: query.groupBy === 'source' });
  return manager.query<SummaryRow[]>(sumSql(positions, query), [...parameters.parameters]);
}

function sumSql(positions: string, { groupBy, source }: Question): string {
  const { key, label } = groupBy ? GROUP_SQL[groupBy] : { key: 'NULL::text', label: 'NULL::text' };
  const isSplit = groupBy === 'source' || source !== undefined;
  const figures = isSplit
    ? `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance,
        CASE source_by WHEN 'derived' THEN disbursed END, CASE source_by WHEN 'treasury' THEN disbursed END, NULL
      FROM ${source === undefined ? 'reported_by_source' : 'reported'} WHERE project_id IN (SELECT project_id FROM planned)
      UNION ALL
      SELECT project_id, plan_type, source_code, NULL, NULL, NULL, NULL, NULL, NULL, not_split
      FROM ${source === undefined ? 'not_split' : 'not_split_on_day'} WHERE project_id IN (SELECT project_id FROM planned)`
    : `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance, NULL, NULL, NULL FROM reported
      WHERE project_id IN (SELECT project_id FROM planned)`;
  return `
    WITH ${positions},
    line (project_id, plan_type, source_code, planned, disbursed, completed, advance, derived, by_treasury, not_split) AS (
      SELECT project_id, plan_type, source_code, amount, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric,
        NULL::numeric, NULL::numeric FROM plan
      UNION ALL
      ${figures}
    ),
    keyed AS (
      SELECT line.*, ${key} AS key, ${label} AS label
      FROM line JOIN visible p ON p.id = line.project_id LEFT JOIN projects.source_ref s ON s.code = line.source_code
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, count(DISTINCT project_id)::int AS projects,
      sum(planned) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed, sum(advance) AS advance,
      sum(derived) AS derived, sum(by_treasury) AS by_treasury, sum(not_split) AS not_split,
      count(DISTINCT project_id) FILTER (WHERE not_split IS NOT NULL)::int AS not_split_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY sum(planned) DESC NULLS LAST, key`;
}

/** How many planned projects have a figure, of which days, and what is disbursed of projects without a plan. */
export interface CoverageRow {
  readonly projects: number;
  readonly reported: number;
  readonly oldest: PlainDate | null;
  readonly newest: PlainDate | null;
  /** Those whose newest figure is older than the day that was asked for. */
  readonly stale: number;
  /** Whole đồng as text; null: nothing is known. */
  readonly unplanned: { readonly projects: number; readonly disbursed: string | null };
}

/** `fresh`: the day before which a project's newest figure is stale. */
export async function coverageRow(
  manager: EntityManager,
  actor: Actor,
  query: Question,
  fresh: PlainDate,
): Promise<CoverageRow> {
  const parameters = new Conditions();
  const positions = positionsSql(actor, query, parameters);
  const [row] = await manager.query<
    (Omit<CoverageRow, 'unplanned'> & { without: number; disbursed: string | null })[]
  >(coverageSql(positions, `${parameters.parameter(fresh)}::date`), [...parameters.parameters]);
  if (!row) throw new Error('a count has one row');
  const { without, disbursed, ...coverage } = row;
  return { ...coverage, unplanned: { projects: without, disbursed } };
}

function coverageSql(positions: string, fresh: string): string {
  return `
    WITH ${positions},
    line AS (
      SELECT project_id, valid_from, disbursed, disbursed AS reported FROM reported
      UNION ALL SELECT project_id, valid_from, NULL, not_split FROM not_split_on_day
    )
    SELECT count(DISTINCT project_id) FILTER (WHERE planned.project_id IS NULL)::int AS without,
      sum(disbursed) FILTER (WHERE planned.project_id IS NULL) AS disbursed,
      (SELECT count(*)::int FROM covered) AS projects,
      count(DISTINCT project_id) FILTER (WHERE reported IS NOT NULL AND project_id IN (SELECT project_id FROM covered))::int AS reported,
      min(valid_from) FILTER (WHERE project_id IN (SELECT project_id FROM covered)) AS oldest,
      max(valid_from) FILTER (WHERE project_id IN (SELECT project_id FROM covered)) AS newest,
      (SELECT count(*)::int FROM (SELECT max(valid_from) AS newest FROM line WHERE project_id IN (SELECT project_id FROM covered)
        GROUP BY project_id) of_project WHERE newest < ${fresh}) AS stale
    FROM line LEFT JOIN planned USING (project_id)`;
}
