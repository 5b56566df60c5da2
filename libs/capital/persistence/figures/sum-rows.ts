import type { EntityManager } from 'typeorm';
import type { Grouping } from '@thongvon/api-contract';
import { type Denominator, DENOMINATORS, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { HAS_PLAN_OF_SOURCE, positionsSql } from './positions-sql';
import type { Stored } from './stored-standings';
import { JOIN_OWNER, sumsSql } from './sums-sql';

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
  /** By source: of projects without a plan of that source, which is in none of the group's sums. */
  readonly unplanned: string | null;
  readonly unplanned_projects: number;
}

/** What each grouping groups by: the key and its label, from a project `p` and a ledger line `line`. */
const GROUP_SQL: Record<Grouping, { readonly key: string; readonly label: string }> = {
  owner: { key: 'p.owner_key', label: 'p.owner' },
  kind: { key: 'p.kind', label: 'NULL::text' },
  source: { key: 'line.source_code', label: 's.label' },
  planType: { key: 'line.plan_type', label: 'NULL::text' },
  commune: { key: 'p.commune', label: 'p.commune' },
  group: { key: 'p.group_code', label: 'NULL::text' },
};

type Question = FiguresQuery & { readonly groupBy?: Grouping };

/** All that the actor may see, and its groups where any are asked for: largest plan first. */
export function summaryRows(
  manager: EntityManager,
  actor: Actor,
  query: Question,
  stored: Stored | null,
): Promise<SummaryRow[]> {
  const parameters = new Conditions();
  if (stored !== null && query.groupBy !== 'source' && query.groupBy !== 'planType') {
    const sums = sumsSql(actor, query, parameters, { stored, byCommune: query.groupBy === 'commune' });
    return manager.query<SummaryRow[]>(sumOfSumsSql(sums, query.groupBy), [...parameters.parameters]);
  }
  const positions = positionsSql(actor, query, parameters, { bySource: query.groupBy === 'source' });
  return manager.query<SummaryRow[]>(sumSql(positions, query), [...parameters.parameters]);
}

/** The sums of all that the actor may see over each denominator, in the order of `DENOMINATORS`. */
export function denominatorRows(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
): Promise<(SummaryRow & { readonly denominator: Denominator })[]> {
  const parameters = new Conditions();
  const sums = DENOMINATORS.map((denominator, index) => {
    const over = { ...query, denominator };
    const sql =
      stored === null
        ? sumSql(positionsSql(actor, over, parameters), over)
        : sumOfSumsSql(sumsSql(actor, over, parameters, { stored }), undefined);
    return `SELECT ${index} AS place, '${denominator}' AS denominator, of_${index}.* FROM (${sql}) of_${index}`;
  });
  return manager.query(`${sums.join(' UNION ALL ')} ORDER BY place`, [...parameters.parameters]);
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
      SELECT line.*, ${groupBy === 'source' ? `(SELECT ${HAS_PLAN_OF_SOURCE})` : 'true'} AS counts, ${key} AS key, ${label} AS label
      FROM line JOIN visible p ON p.id = line.project_id LEFT JOIN projects.source_ref s ON s.code = line.source_code
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, ${countOf('project_id')} AS projects,
      ${sumOf('planned')} AS planned, ${sumOf('disbursed')} AS disbursed, ${sumOf('completed')} AS completed,
      ${sumOf('advance')} AS advance, ${sumOf('derived')} AS derived, ${sumOf('by_treasury')} AS by_treasury,
      ${sumOf('not_split')} AS not_split, ${countOf('project_id', 'not_split IS NOT NULL')} AS not_split_projects,
      sum(disbursed) FILTER (WHERE NOT counts) AS unplanned,
      count(DISTINCT project_id) FILTER (WHERE NOT counts AND disbursed IS NOT NULL)::int AS unplanned_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY planned DESC NULLS LAST, key`;
}

/** The same of `sums`, which know neither the sources nor the plan types of an amount. */
function sumOfSumsSql(sums: string, groupBy: Exclude<Grouping, 'source' | 'planType'> | undefined): string {
  const { key, label } = {
    none: { key: 'NULL::text', label: 'NULL::text' },
    owner: { key: 'p.owner_key', label: 'coalesce(o.name, p.owner)' },
    kind: { key: 'p.kind', label: 'NULL::text' },
    commune: { key: 'p.commune', label: 'p.commune' },
    group: { key: 'p.group_code', label: 'NULL::text' },
  }[groupBy ?? 'none'];
  return `
    WITH ${sums},
    keyed AS (
      SELECT p.*, ${key} AS key, ${label} AS label
      FROM sums p ${JOIN_OWNER} WHERE p.lines > 0
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, coalesce(sum(lines), 0)::int AS projects, sum(planned) AS planned,
      ${['disbursed', 'completed', 'advance', 'derived', 'by_treasury', 'not_split'].map((amount) => `sum(${amount}) FILTER (WHERE is_planned) AS ${amount}`).join(', ')},
      coalesce(sum(not_split_projects) FILTER (WHERE is_planned), 0)::int AS not_split_projects, NULL::numeric AS unplanned,
      0 AS unplanned_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY planned DESC NULLS LAST, key`;
}

/** Of all what it has; of a group what counts in it. */
const sumOf = (column: string): string =>
  `CASE grouping(key) WHEN 1 THEN sum(${column}) ELSE sum(${column}) FILTER (WHERE counts) END`;
const countOf = (column: string, where = 'true'): string =>
  `(CASE grouping(key) WHEN 1 THEN count(DISTINCT ${column}) FILTER (WHERE ${where})
        ELSE count(DISTINCT ${column}) FILTER (WHERE counts AND ${where}) END)::int`;

/** How many planned projects have a figure, of which days, and what is disbursed of projects without a plan. */
interface CoverageRow {
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
  stored: Stored | null,
): Promise<CoverageRow> {
  const parameters = new Conditions();
  const sums = sumsSql(actor, query, parameters, { stored, onDayAlone: true });
  const [row] = await manager.query<
    (Omit<CoverageRow, 'unplanned'> & { without: number; disbursed: string | null })[]
  >(coverageSql(sums, `${parameters.parameter(fresh)}::date`), [...parameters.parameters]);
  if (!row) throw new Error('a count has one row');
  const { without, disbursed, ...coverage } = row;
  return { ...coverage, unplanned: { projects: without, disbursed } };
}

function coverageSql(sums: string, fresh: string): string {
  return `
    WITH ${sums}
    SELECT coalesce(sum(projects) FILTER (WHERE NOT is_planned AND as_of IS NOT NULL), 0)::int AS without,
      sum(disbursed) FILTER (WHERE NOT is_planned) AS disbursed,
      coalesce(sum(projects) FILTER (WHERE is_covered), 0)::int AS projects,
      coalesce(sum(reported) FILTER (WHERE is_covered), 0)::int AS reported,
      min(oldest_on) FILTER (WHERE is_covered) AS oldest, max(as_of) FILTER (WHERE is_covered) AS newest,
      coalesce(sum(projects) FILTER (WHERE is_covered AND as_of < ${fresh}), 0)::int AS stale
    FROM sums`;
}
