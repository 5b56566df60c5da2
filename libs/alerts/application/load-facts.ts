import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  disbursedBy,
  paidBeforeRows,
  pastCourseRows,
  spendingPlanRows,
  treasuryDifferences,
  yearBefore,
  yearByHolder,
  yearEndEstimatesAsKnown,
} from '@thongvon/capital';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { outstandingAdvances } from '@thongvon/land-clearance';
import { type FrozenProject, type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { type AdvanceOnDay, openGuarantees, outstandingContractAdvances } from '@thongvon/works-contracts';
import { weeksBack, type YearFacts } from '../domain/evaluate-rules';
import { type Beside, earlierWeek, factsByProject, factsOf, type FrozenRows } from '../domain/facts-of-week';
import { newestFigureWeek } from '../domain/totals-and-rates';
import type { RuleSetting } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import type { ContractAdvanceFacts, ProjectOf, YearBefore } from '../domain/week-facts';
import { officeRows, sourceLabels } from '../persistence/alert-rows';

interface EarlierRows {
  readonly week: PlainDate;
  readonly projects: readonly FrozenProject[];
}

/** Puts together what the rules look at. */
@Injectable()
export class LoadFacts {
  constructor(private readonly snapshots: Snapshots) {}

  /** The week as each of its plan years sees it, each with as many earlier weeks as the rules look at, latest first. */
  async of(
    manager: EntityManager,
    ref: FrozenWeekRef,
    settings: readonly RuleSetting[],
  ): Promise<YearFacts[]> {
    const now = {
      ...ref,
      projects: await this.snapshots.projects(ref, manager),
      organizations: await this.snapshots.organizations(ref, manager),
      blockers: await this.snapshots.blockers(ref, manager),
    };
    const depths = ref.planYears.map((planYear) => weeksBack(RULES, settings, { planYear, on: ref.week }));
    const before = await this.weeksBefore(manager, ref, Math.max(0, ...depths));
    const register = { offices: await officeRows(manager), sources: await sourceLabels(manager) };
    const years: YearFacts[] = [];
    for (const planYear of ref.planYears) {
      years.push({
        now: factsOf(now, planYear, register, await loadBeside(manager, now, planYear)),
        before: before.map((week) => earlierWeek(week, planYear)),
      });
    }
    return years;
  }

  /** Latest revisions, latest week first. */
  private async weeksBefore(
    manager: EntityManager,
    { week }: FrozenWeekRef,
    count: number,
  ): Promise<EarlierRows[]> {
    const weeks: EarlierRows[] = [];
    let ref = await this.snapshots.latestBefore(week, manager);
    while (ref && weeks.length < count) {
      weeks.push({ week: ref.week, projects: await this.snapshots.projects(ref, manager) });
      ref = await this.snapshots.latestBefore(ref.week, manager);
    }
    return weeks;
  }
}

/** What rules look at besides a frozen week's rows: as known at its cut, or dated by the day of its cut-off. */
async function loadBeside(
  manager: EntityManager,
  { projects, week, frozenAt }: FrozenRows,
  planYear: PlanYear,
): Promise<Beside> {
  const known = new Map(
    projects.map(({ id, name, organizationId }) => [
      id,
      { projectId: id, projectName: name, organizationId } satisfies ProjectOf,
    ]),
  );
  const of = (projectId: string): ProjectOf[] => {
    const project = known.get(projectId);
    return project ? [project] : [];
  };
  const asked = { planYear, asOf: week, knownAt: frozenAt };
  const treasury = await treasuryDifferences(manager, asked);
  const estimates = await yearEndEstimatesAsKnown(manager, asked);
  const plans = await spendingPlanRows(manager, asked);
  const paid = await paidBeforeRows(manager, asked);
  const lines = factsByProject(projects, planYear).values();
  // Compared with the year before by the day of the figures: nobody falls behind by silence.
  const before = await loadYearBefore(manager, { ...asked, asOf: newestFigureWeek(lines, { week }) ?? week });
  const advances = await outstandingAdvances(manager, week);
  const contractAdvances = await outstandingContractAdvances(manager, week);
  const guarantees = await openGuarantees(manager, week);
  return {
    treasury: treasury.flatMap((difference) =>
      of(difference.projectId).map((project) => ({ ...difference, ...project })),
    ),
    lifetimes: new Map(
      paid.flatMap(({ projectId, paid: paidBefore, totalInvestment }) =>
        totalInvestment === null ? [] : [[projectId, { paidBefore, totalInvestment }]],
      ),
    ),
    yearBefore: before,
    estimates: new Map(estimates.map(({ projectId, ...said }) => [projectId, said])),
    ownPlans: new Map(plans.map(({ projectId, cumulative }) => [projectId, cumulative.map(BigInt)])),
    advances: advances.flatMap(
      ({ id, project: { id: projectId }, outstanding, advancedOn, state, daysLate }) =>
        state === 'settled'
          ? []
          : of(projectId).map((project) => ({ id, ...project, outstanding, advancedOn, state, daysLate })),
    ),
    contractAdvances: contractAdvances.flatMap((advance) =>
      of(advance.project.id).flatMap((project) => contractAdvanceFacts(project, advance)),
    ),
    guarantees: guarantees.flatMap(({ id, project: { id: projectId }, contractor, amount, expiresOn }) =>
      of(projectId).map((project) => ({ id, ...project, contractor, amount, expiresOn })),
    ),
  };
}

function contractAdvanceFacts(project: ProjectOf, advance: AdvanceOnDay): ContractAdvanceFacts[] {
  const { id, contract, contractor, contractValue, outstanding, disbursed, figuresOn } = advance;
  const { state, daysLate, recoverBy, overdueAfter } = advance;
  if (state === 'recovered') return [];
  return [
    {
      ...project,
      ...{ id, contract, contractor, contractValue, outstanding, state, daysLate, recoverBy, overdueAfter },
      disbursed: disbursed === null || figuresOn === null ? null : { amount: disbursed, on: figuresOn },
    },
  ];
}

async function loadYearBefore(
  manager: EntityManager,
  { planYear, asOf, knownAt }: { planYear: PlanYear; asOf: PlainDate; knownAt: Date },
): Promise<YearBefore> {
  const on = yearBefore(asOf);
  const courses = await pastCourseRows(manager, { planYear: planYear - 1, knownAt });
  return {
    on,
    figures: await yearByHolder(manager, planYear - 1, on),
    entered: new Map(
      courses.map((course) => [
        course.organizationId,
        { planned: course.planned, disbursed: disbursedBy(course, on) },
      ]),
    ),
  };
}
