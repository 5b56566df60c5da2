import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  ClearanceSummaryView,
  ListOf,
  ProjectClearanceView,
  ProjectRefView,
} from '@thongvon/api-contract';
import { computedThrough } from '@thongvon/capital';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listPage } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import { clearanceRates, sumOf, type Numbers } from '../domain/clearance-rates';
import { MEASURE_NAMES, MEASURES } from '../domain/measures';
import { clearanceOnSql } from '../persistence/clearance-sql';
import { PROJECT_REF, visibleClearance } from '@thongvon/projects';

export interface ClearancePage {
  readonly asOf: PlainDate;
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

interface Row {
  readonly project: ProjectRefView;
  readonly numbers: Numbers;
  readonly figuresAsOf: PlainDate;
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
    const where = visibleClearance(actor);
    const from = projectsOn(`${where.parameter(asOf)}::date`);
    const rows = await manager.query<Row[]>(`SELECT c.numbers FROM ${from} WHERE ${where.sql}`, [
      ...where.parameters,
    ]);
    const numbers = rows.map((row) => row.numbers);
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
    const where = visibleClearance(actor).matching(PROJECT_SEARCH, q);
    const page = await listPage<Row>(
      this.dataSource.manager,
      {
        columns: `${PROJECT_REF} AS project, c.numbers, c.figures_as_of AS "figuresAsOf"`,
        from: projectsOn(`${where.parameter(asOf)}::date`),
        where,
        sort: [
          { sql: 'p.name_key', type: 'text' },
          { sql: 'p.id', type: 'uuid' },
        ],
      },
      { limit, ...(cursor === undefined ? {} : { cursor }) },
    );
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

/** SQL: projects `p` with their numbers `c` on a day. */
export function projectsOn(asOf: string): string {
  return `projects.project_ref p JOIN (
      SELECT project_id, jsonb_object_agg(measure, trim_scale(value)::text) AS numbers, max(valid_from) AS figures_as_of
      FROM (${clearanceOnSql(asOf)}) reported GROUP BY project_id
    ) c ON c.project_id = p.id`;
}
