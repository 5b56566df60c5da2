import type { PlanType } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, type ListSource, type SortKey } from '@thongvon/platform';
import { PROJECT_SEARCH, type ProjectKind } from '@thongvon/projects';
import type { CellRef, LineField } from '@thongvon/return-reader';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import type { MovingSums } from '../../domain/figures/moving-amounts';
import { positionsSql } from './positions-sql';
import type { StandingProject } from './standings-sql';

/** A cell of an approved return. */
export interface Source extends CellRef {
  readonly returnId: string;
}

/** What is planned and disbursed of a project by plan type and source. Whole đồng as text; null: not known. */
export interface FigureLine {
  readonly planType: PlanType;
  readonly source: { readonly code: string; readonly label: string };
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Where each amount of the line was read. */
  readonly cells: Partial<Record<LineField, Source>>;
  /** How the source is known where the return doesn't say; null where it does, or no source is asked for. */
  readonly sourceBy: 'derived' | 'treasury' | null;
}

/** A row of `projectFiguresList`. */
export interface ProjectFiguresRow
  extends StandingProject, Pick<MovingSums, 'derived' | 'by_treasury' | 'not_split' | 'not_split_projects'> {
  readonly lines: readonly FigureLine[];
}

/** Projects with a plan or a figure, each amount with the return and cell that it came from; by name without accents. */
export function projectFiguresList(
  actor: Actor,
  query: FiguresQuery & { readonly q?: string; readonly kind?: ProjectKind; readonly ownerId?: string },
): ListSource {
  const where = new Conditions();
  const positions = positionsSql(actor, query, where);
  where.matching(PROJECT_SEARCH, query.q);
  if (query.kind !== undefined) where.and((value) => `p.kind = ${value}`, query.kind);
  if (query.ownerId !== undefined) where.and((value) => `p.owner_id = ${value}`, query.ownerId);
  const from = `(${projectsSql(positions, query.source !== undefined)}) p`;
  const columns = `p.id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner,
    p.commune, p.as_of AS "asOf", p.lines, p.derived, p.by_treasury, p.not_split,
    (p.not_split IS NOT NULL)::int AS not_split_projects`;
  const sort: SortKey[] = [
    { sql: 'p.name_key', type: 'text' },
    { sql: 'p.id', type: 'uuid' },
  ];
  return { columns, from, where, sort };
}

function projectsSql(positions: string, ofSource: boolean): string {
  const grain = 'project_id, plan_type, source_code';
  return `
    WITH ${positions},
    line AS (
      SELECT plan.project_id, plan.plan_type, plan.source_code, plan.amount AS planned, NULL::numeric AS disbursed,
        NULL::numeric AS completed, NULL::numeric AS advance, NULL::date AS as_of, NULL::text AS source_by, a.return_id,
        jsonb_build_object('planned', jsonb_build_object('sheet', a.sheet, 'cell', a.cell)) AS cells
      FROM plan JOIN capital.allocation a ON a.id = plan.allocation_id
      UNION ALL
      SELECT reported.project_id, reported.plan_type, reported.source_code, NULL, reported.disbursed, reported.completed, reported.advance,
        reported.valid_from, ${ofSource ? 'reported.source_by' : 'NULL'}, f.return_id, f.cells - 'planned' - 'estimate'
      FROM reported JOIN capital.figure f ON f.id = reported.figure_id
    ),
    found AS (
      SELECT ${grain}, jsonb_object_agg(field, cell || jsonb_build_object('returnId', return_id)) AS cells
      FROM line CROSS JOIN LATERAL jsonb_each(line.cells) AS each(field, cell) GROUP BY ${grain}
    ),
    summed AS (
      SELECT ${grain}, sum(planned) AS planned, sum(disbursed) AS disbursed, sum(completed) AS completed,
        sum(advance) AS advance, max(as_of) AS as_of, max(source_by) AS source_by,
        sum(disbursed) FILTER (WHERE source_by = 'derived') AS derived,
        sum(disbursed) FILTER (WHERE source_by = 'treasury') AS by_treasury
      FROM line GROUP BY ${grain}
    ),
    open AS (
      SELECT project_id, sum(not_split) AS not_split, max(valid_from) AS as_of FROM not_split_on_day GROUP BY project_id
    ),
    merged AS (
      SELECT project_id, max(as_of) AS as_of, sum(derived) AS derived, sum(by_treasury) AS by_treasury, jsonb_agg(jsonb_build_object('planType', plan_type,
        'source', jsonb_build_object('code', source_code, 'label', s.label), 'planned', planned::text, 'disbursed', disbursed::text,
        'completed', completed::text, 'advance', advance::text, 'sourceBy', source_by, 'cells', coalesce(cells, '{}'))
        ORDER BY plan_type, source_code) AS lines
      FROM summed LEFT JOIN found USING (${grain}) LEFT JOIN projects.source_ref s ON s.code = source_code GROUP BY project_id
    )
    SELECT v.id, v.code, v.name, v.name_key, v.kind, v.owner_id, v.owner, v.commune, greatest(m.as_of, open.as_of) AS as_of,
      coalesce(m.lines, '[]') AS lines, m.derived, m.by_treasury, open.not_split
    FROM merged m FULL JOIN open USING (project_id) JOIN visible v ON v.id = project_id`;
}
