import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ListOf } from '@thongvon/api-contract';
import { daysBetween, sumDong, type PlainDate, type PlanType } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions, listPage } from '@thongvon/platform';
import type { ProjectKind } from '@thongvon/projects';
import type { CellRef, LineField } from '@thongvon/return-reader';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { showAmounts, type ShownAmounts } from '../../domain/figures/known-amount';
import { splitOf, type MovingSums } from '../../domain/figures/moving-amounts';
import { positionsSql } from '../../persistence/figures/positions-sql';

export interface ProjectFiguresQuery extends FiguresQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ProjectKind;
  readonly ownerId?: string;
}

/** A cell of an approved return. */
export interface Source extends CellRef {
  readonly returnId: string;
}

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

export interface ProjectFigures extends ShownAmounts {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly owner: { readonly id: string | null; readonly name: string | null };
  readonly commune: string | null;
  /** The figure's own date, and how many days it is older than the day asked for. */
  readonly asOf: PlainDate | null;
  readonly ageDays: number | null;
  readonly lines: readonly FigureLine[];
}

type Row = Omit<ProjectFigures, keyof ShownAmounts | 'ageDays'> &
  Pick<MovingSums, 'derived' | 'by_treasury' | 'not_split' | 'not_split_projects'>;

/** Per project what is planned and disbursed, each amount with the return and cell that it came from. */
@Injectable()
export class ListProjectFigures {
  constructor(private readonly dataSource: DataSource) {}

  /** Projects with a plan or a figure, sorted by name without accents. */
  async list(actor: Actor, query: ProjectFiguresQuery): Promise<ListOf<ProjectFigures>> {
    const where = new Conditions();
    const positions = positionsSql(actor, query, where);
    where.matching(`(p.name_key || ' ' || coalesce(p.code, ''))`, query.q);
    if (query.kind !== undefined) where.and((value) => `p.kind = ${value}`, query.kind);
    if (query.ownerId !== undefined) where.and((value) => `p.owner_id = ${value}`, query.ownerId);
    const from = `(${projectsSql(positions, query.source !== undefined)}) p`;
    const columns = `p.id, p.code, p.name, p.kind, json_build_object('id', p.owner_id, 'name', p.owner) AS owner,
      p.commune, p.as_of AS "asOf", p.lines, p.derived, p.by_treasury, p.not_split,
      (p.not_split IS NOT NULL)::int AS not_split_projects`;
    const sort = [
      { sql: 'p.name_key', type: 'text' },
      { sql: 'p.id', type: 'uuid' },
    ] as const;
    const page = { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) };
    const { items, ...rest } = await listPage<Row>(
      this.dataSource.manager,
      { columns, from, where, sort },
      page,
    );
    return { ...rest, items: items.map((row) => withSums(row, query)) };
  }
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

function withSums(row: Row, { asOf, source }: ProjectFiguresQuery): ProjectFigures {
  const { derived, by_treasury, not_split, not_split_projects, ...figures } = row;
  const sum = (field: 'planned' | 'disbursed' | 'completed' | 'advance'): bigint | null =>
    sumDong(figures.lines.map((line) => (line[field] === null ? null : BigInt(line[field]))));
  return {
    ...figures,
    ...showAmounts({
      planned: sum('planned'),
      disbursed: sum('disbursed'),
      completed: sum('completed'),
      advance: sum('advance'),
      split: splitOf(row, source !== undefined),
    }),
    ageDays: figures.asOf === null ? null : daysBetween(figures.asOf, asOf),
  };
}
