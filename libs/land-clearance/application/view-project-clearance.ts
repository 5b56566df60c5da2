import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  BlockerGrouping,
  BlockerGroupView,
  ClearanceFigureView,
  ClearancePointView,
  ProjectClearanceDetailView,
  ProjectClearancePageView,
} from '@thongvon/api-contract';
import { addDays, daysBetween, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { BlockersQuery } from '../domain/capital-held';
import { clearanceRates, householdShares } from '../domain/clearance-rates';
import { MEASURES } from '../domain/measures';
import { clearanceOnSql, projectNumbers } from '../persistence/clearance-sql';
import { SEGMENT_REF } from '../persistence/refs-sql';
import { reportedAndDone } from '../persistence/blocker-rows';
import { ViewClearanceMoney } from './clearance-money';
import { ClosingItems } from './closing-items';
import { FindProject } from './find-project';
import { ListBlockers } from './list-blockers';
import { ProjectSteps } from './project-steps';
import { Remarks } from './remarks';
import { Segments } from './segments';
import { SummarizeBlockers } from './summarize-blockers';
import { valuesOf } from './summarize-clearance';

/** More than any project has; the page shows all of them. */
const ALL = 500;

/** A plain object of the shape that the contract's class describes. */
type ShownClearance = Pick<ProjectClearanceDetailView, keyof ProjectClearanceDetailView>;

/** The clearance half of a project's page: numbers with their sources, their course, and what stands in the way. */
@Injectable()
export class ViewProjectClearance {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: FindProject,
    private readonly segments: Segments,
    private readonly blockers: ListBlockers,
    private readonly held: SummarizeBlockers,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ShownClearance> {
    const { asOf } = query;
    const project = await this.projects.find(actor, projectId);
    const figures = await this.figures(projectId, asOf);
    const numbers = await projectNumbers(this.dataSource.manager, projectId, asOf);
    const ofProject = { ...query, projectId, limit: ALL };
    const open = await this.blockers.list(actor, { ...ofProject, state: 'open' });
    const closed = await this.blockers.list(actor, { ...ofProject, state: 'closed' });
    return {
      project,
      asOf,
      values: valuesOf(numbers),
      rates: clearanceRates([numbers]),
      householdShares: householdShares(numbers),
      figures,
      segments: await this.segments.of(projectId, asOf),
      course: await this.course(projectId, asOf),
      blockers: [...open.items, ...closed.items],
      held: await this.held.total(actor, { ...query, projectId }),
    };
  }

  private async figures(projectId: string, asOf: PlainDate): Promise<ClearanceFigureView[]> {
    const rows = await this.dataSource.query<
      (Omit<ClearanceFigureView, 'unit' | 'ageDays' | 'asOf'> & { asOf: PlainDate })[]
    >(
      `SELECT c.measure, trim_scale(c.value)::text AS value, c.valid_from AS "asOf",
         ${SEGMENT_REF} AS segment,
         CASE WHEN f.return_id IS NULL THEN NULL
           ELSE json_build_object('returnId', f.return_id, 'sheet', f.sheet, 'cell', f.cell) END AS source,
         reported.by_segment = (c.segment_id IS NOT NULL) AS counts
       FROM land_clearance.clearance_position c JOIN land_clearance.clearance_figure f ON f.id = c.figure_id
         JOIN (${clearanceOnSql('$2::date')}) reported ON reported.project_id = c.project_id AND reported.measure = c.measure
         LEFT JOIN land_clearance.clearance_segment s ON s.id = c.segment_id
       WHERE c.project_id = $1 AND c.valid_from <= $2 AND c.valid_to > $2
       ORDER BY s.batch NULLS FIRST, s.name_key NULLS FIRST, f.id`,
      [projectId, asOf],
    );
    return rows.map((row) => ({ ...row, unit: MEASURES[row.measure], ageDays: daysBetween(row.asOf, asOf) }));
  }

  /** The project's numbers on every day on which one of them changed. */
  private async course(projectId: string, asOf: PlainDate): Promise<ClearancePointView[]> {
    const rows = await this.dataSource.query<Omit<ClearancePointView, 'unit'>[]>(
      `SELECT DISTINCT day.valid_from AS "asOf", reported.measure, trim_scale(reported.value)::text AS value
       FROM (SELECT DISTINCT measure, valid_from FROM land_clearance.clearance_position WHERE project_id = $1 AND valid_from <= $2) day
         CROSS JOIN LATERAL (${clearanceOnSql('day.valid_from')}) reported
       WHERE reported.project_id = $1 AND reported.measure = day.measure ORDER BY 1, 2`,
      [projectId, asOf],
    );
    return rows.map((row) => ({ ...row, unit: MEASURES[row.measure] }));
  }
}

const ACTIONS_SHOWN = 200;
const WEEKS_BEFORE = 12;

/** All that a project's page shows of its land clearance, in one answer. */
@Injectable()
export class ViewProjectPage {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clearance: ViewProjectClearance,
    private readonly held: SummarizeBlockers,
    private readonly steps: ProjectSteps,
    private readonly money: ViewClearanceMoney,
    private readonly closing: ClosingItems,
    private readonly remarks: Remarks,
  ) {}

  /** Throws PROJECT-NOT-FOUND. */
  async view(actor: Actor, projectId: string, query: BlockersQuery): Promise<ProjectClearancePageView> {
    const { asOf, figuresAsOf: _, ...plan } = query;
    const clearance = await this.clearance.view(actor, projectId, query);
    const reported = await reportedAndDone(this.dataSource.manager, { projectId, until: asOf });
    const grouped = async (groupBy: BlockerGrouping): Promise<readonly BlockerGroupView[]> =>
      (await this.held.summarize(actor, { ...query, projectId, groupBy })).groups;
    return {
      ...clearance,
      remarks: await this.remarks.ofProject(actor, projectId, asOf),
      actions: reported.toReversed().slice(0, ACTIONS_SHOWN),
      heldSeries: await this.held.series(actor, {
        ...plan,
        projectId,
        from: addDays(asOf, -7 * WEEKS_BEFORE),
        to: asOf,
      }),
      heldByCause: await grouped('cause'),
      heldByUnit: await grouped('responsibleUnit'),
      steps: (await this.steps.of(actor, projectId, null, asOf)).steps,
      money: await this.money.view(actor, projectId, asOf),
      closing: (await this.closing.list(actor, { asOf, projectId, limit: ALL })).items,
    };
  }
}
