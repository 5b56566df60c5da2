import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  ClearanceSummaryView,
  ListOf,
  ProjectClearanceDetailView,
  ProjectClearanceView,
} from '@thongvon/api-contract';
import { computedThrough } from '@thongvon/capital';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage } from '@thongvon/platform';
import { clearanceRates, householdShares, type Numbers, sumOf } from '../domain/clearance-rates';
import { MEASURE_NAMES, MEASURES } from '../domain/measures';
import { projectNumbers } from '../persistence/clearance-sql';
import {
  clearedProjects,
  numbersInSight,
  projectCourse,
  projectFigures,
  type ProjectRow,
} from '../persistence/project-progress';
import { FindProject, Segments } from './segments';

export interface ClearancePage {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** Land clearance of all projects in sight: sums, rates, and per project. */
@Injectable()
export class SummarizeClearance {
  constructor(private readonly dataSource: DataSource) {}

  /** In the transaction of `manager`. */
  async summarize(
    manager: EntityManager,
    actor: Actor,
    asOf: PlainDate,
  ): Promise<Omit<ClearanceSummaryView, 'blockers'>> {
    const numbers = await numbersInSight(manager, actor, asOf);
    const count = (measure: 'households' | 'handedOver'): number | null => {
      const sum = sumOf(numbers, measure);
      return sum === null ? null : Number(sum);
    };
    return {
      asOf,
      projects: numbers.length,
      households: count('households'),
      handedOver: count('handedOver'),
      area: sumOf(numbers, 'area'),
      compensation: sumOf(numbers, 'compensation'),
      compensated: sumOf(numbers, 'compensated'),
      rates: clearanceRates(numbers),
      ...(await computedThrough(manager, undefined)),
    };
  }

  /** Projects with figures, by name without accents. */
  async list(actor: Actor, { asOf, q, limit, cursor }: ClearancePage): Promise<ListOf<ProjectClearanceView>> {
    const page = await listPage<ProjectRow>(this.dataSource.manager, clearedProjects(actor, asOf, q), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return {
      ...page,
      items: page.items.map(({ project, numbers, figuresAsOf }) => ({
        project,
        values: valuesOf(numbers),
        rates: clearanceRates([numbers]),
        figuresAsOf,
        ageDays: daysBetween(figuresAsOf, asOf),
      })),
    };
  }
}

/** A project's numbers in the order of the catalogue, each with its unit. */
export function valuesOf(numbers: Numbers): ProjectClearanceView['values'] {
  return MEASURE_NAMES.flatMap((measure) => {
    const value = numbers[measure];
    return value === undefined ? [] : [{ measure, unit: MEASURES[measure], value }];
  });
}

/** A plain object of the shape that the contract's class describes, but for what stands in the way. */
export type ProjectProgress = Omit<
  Pick<ProjectClearanceDetailView, keyof ProjectClearanceDetailView>,
  'blockers' | 'held'
>;

/** How far a project's land is cleared: numbers with their sources, and their course. */
@Injectable()
export class ViewProjectProgress {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly segments: Segments,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, asOf: PlainDate): Promise<ProjectProgress> {
    const { manager } = this.dataSource;
    const project = await this.projects.find(actor, projectId);
    const numbers = await projectNumbers(manager, projectId, asOf);
    return {
      project,
      asOf,
      values: valuesOf(numbers),
      rates: clearanceRates([numbers]),
      householdShares: householdShares(numbers),
      figures: await projectFigures(manager, projectId, asOf),
      segments: await this.segments.of(projectId, asOf),
      course: await projectCourse(manager, projectId, asOf),
    };
  }
}
