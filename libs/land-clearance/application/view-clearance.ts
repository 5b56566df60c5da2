import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { computedThrough } from '@thongvon/capital';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type ListPage, listPage, together, type WantedPage } from '@thongvon/platform';
import type { ProjectRef } from '@thongvon/projects';
import {
  type ClearanceRates,
  clearanceRates,
  type HouseholdShare,
  householdShares,
  MEASURE_NAMES,
  type MeasuredValue,
  MEASURES,
  type Numbers,
  sumOf,
} from '../domain/measures';
import { type SegmentRow, segmentRows } from '../persistence/project-rows';
import {
  clearedProjects,
  type CoursePoint,
  type FigureInForce,
  numbersInSight,
  projectCourse,
  projectFigures,
  projectNumbers,
  type ProjectRow,
} from '../persistence/project-progress';
import { FindProject } from './segments';

export interface ClearancePage extends WantedPage {
  readonly asOf: PlainDate;
  readonly q?: string;
}

/** Sums over the projects that report a number, as decimal texts (m², whole đồng) or counts; null: none reports it. */
export interface ClearanceSums extends Awaited<ReturnType<typeof computedThrough>> {
  readonly asOf: PlainDate;
  /** Projects with figures. */
  readonly projects: number;
  readonly households: number | null;
  readonly handedOver: number | null;
  readonly area: string | null;
  readonly compensation: string | null;
  readonly compensated: string | null;
  readonly rates: ClearanceRates;
}

/** A project with its numbers on a day. */
export interface ProjectClearance {
  readonly project: ProjectRef;
  readonly values: readonly MeasuredValue[];
  readonly rates: ClearanceRates;
  /** The date of the newest of its figures, and the days from then to the day that was asked for. */
  readonly figuresAsOf: PlainDate;
  readonly ageDays: number;
}

/** Land clearance of all projects in sight: sums, rates, and per project. */
@Injectable()
export class SummarizeClearance {
  constructor(private readonly dataSource: DataSource) {}

  /** In the transaction of `manager`. */
  async summarize(manager: EntityManager, actor: Actor, asOf: PlainDate): Promise<ClearanceSums> {
    const [numbers, through] = await together(manager, (all) =>
      Promise.all([numbersInSight(all, actor, asOf), computedThrough(all, undefined)]),
    );
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
      ...through,
    };
  }

  /** Projects with figures, by name without accents. */
  async list(actor: Actor, { asOf, q, ...wanted }: ClearancePage): Promise<ListPage<ProjectClearance>> {
    const source = clearedProjects(actor, asOf, q);
    const page = await listPage<ProjectRow>(this.dataSource.manager, source, wanted);
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
function valuesOf(numbers: Numbers): MeasuredValue[] {
  return MEASURE_NAMES.flatMap((measure) => {
    const value = numbers[measure];
    return value === undefined ? [] : [{ measure, unit: MEASURES[measure], value }];
  });
}

/** A project's numbers on a day with their sources, what it is divided into, and how the numbers came to be. */
export interface ProjectProgress {
  readonly project: ProjectRef;
  readonly asOf: PlainDate;
  readonly values: readonly MeasuredValue[];
  readonly rates: ClearanceRates;
  readonly householdShares: readonly HouseholdShare[];
  readonly figures: readonly FigureInForce[];
  readonly segments: readonly SegmentRow[];
  /** Oldest first. */
  readonly course: readonly CoursePoint[];
}

/** How far a project's land is cleared: numbers with their sources, and their course. */
@Injectable()
export class ViewProjectProgress {
  constructor(private readonly projects: FindProject) {}

  /** Asked of `manager` at once. Throws PROJECT-NOT-FOUND. */
  async asked(
    manager: EntityManager,
    actor: Actor,
    projectId: string,
    asOf: PlainDate,
  ): Promise<ProjectProgress> {
    const [{ isOwn: _, ...project }, numbers, figures, segments, course] = await Promise.all([
      this.projects.read(actor, projectId, null, manager),
      projectNumbers(manager, projectId, asOf),
      projectFigures(manager, projectId, asOf),
      segmentRows(manager, projectId, asOf),
      projectCourse(manager, projectId, asOf),
    ]);
    return {
      project,
      asOf,
      values: valuesOf(numbers),
      rates: clearanceRates([numbers]),
      householdShares: householdShares(numbers),
      figures,
      segments,
      course,
    };
  }
}
