import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysBetween, dongOf, sumDong } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage, type ListPage } from '@thongvon/platform';
import type { ProjectKind } from '@thongvon/projects';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { showAmounts, type ShownAmounts } from '../../domain/figures/known-amount';
import { splitOf } from '../../domain/figures/moving-amounts';
import { projectFiguresList, type ProjectFiguresRow } from '../../persistence/figures/project-figure-rows';

export interface ProjectFiguresQuery extends FiguresQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
  readonly kind?: ProjectKind;
  readonly ownerId?: string;
}

export interface ProjectFigures
  extends
    Omit<ProjectFiguresRow, 'derived' | 'by_treasury' | 'not_split' | 'not_split_projects'>,
    ShownAmounts {
  /** How many days its figure is older than the day asked for. */
  readonly ageDays: number | null;
}

/** Per project what is planned and disbursed, each amount with the return and cell that it came from. */
@Injectable()
export class ListProjectFigures {
  constructor(private readonly dataSource: DataSource) {}

  /** Projects with a plan or a figure, sorted by name without accents. */
  async list(actor: Actor, query: ProjectFiguresQuery): Promise<ListPage<ProjectFigures>> {
    const page = { limit: query.limit, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) };
    const { items, ...rest } = await listPage<ProjectFiguresRow>(
      this.dataSource.manager,
      projectFiguresList(actor, query),
      page,
    );
    return { ...rest, items: items.map((row) => withSums(row, query)) };
  }
}

function withSums(row: ProjectFiguresRow, { asOf, source }: ProjectFiguresQuery): ProjectFigures {
  const { derived, by_treasury, not_split, not_split_projects, ...figures } = row;
  const sum = (field: 'planned' | 'disbursed' | 'completed' | 'advance'): bigint | null =>
    sumDong(figures.lines.map((line) => dongOf(line[field])));
  return {
    ...figures,
    ...showAmounts({
      planned: sum('planned'),
      disbursed: sum('disbursed'),
      completed: sum('completed'),
      advance: sum('advance'),
      split: splitOf(row, source),
    }),
    ageDays: figures.asOf === null ? null : daysBetween(figures.asOf, asOf),
  };
}
