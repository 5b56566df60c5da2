import type { EntityManager } from 'typeorm';
import { openGuarantees, outstandingContractAdvances } from '@thongvon/works-contracts';
import type { ContractAdvanceView } from '@thongvon/api-contract';
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
import { plainDate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { outstandingAdvances } from '@thongvon/land-clearance';
import { factsByProject, type Beside, type FrozenRows } from '../domain/facts-of-week';
import { newestFigureWeek } from '../domain/figure-week';
import type { ContractAdvanceFacts, ProjectOf, YearBefore } from '../domain/week-facts';

/** What rules look at besides a frozen week's rows: as known at its cut, or dated by the day of its cut-off. */
export async function loadBeside(
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
      ({ id, project: { id: projectId }, outstanding, advancedOn, state, daysLate }) => {
        if (state === 'settled') return [];
        const money = {
          outstanding: BigInt(outstanding),
          advancedOn: plainDate(advancedOn),
          state,
          daysLate,
        };
        return of(projectId).map((project) => ({ id, ...project, ...money }));
      },
    ),
    contractAdvances: contractAdvances.flatMap((advance) =>
      of(advance.project.id).flatMap((project) => contractAdvanceFacts(project, advance)),
    ),
    guarantees: guarantees.flatMap(({ id, project: { id: projectId }, contractor, amount, expiresOn }) =>
      of(projectId).map((project) => ({ id, ...project, contractor, amount: BigInt(amount), expiresOn })),
    ),
  };
}

function contractAdvanceFacts(project: ProjectOf, advance: ContractAdvanceView): ContractAdvanceFacts[] {
  const { id, contract, contractor, contractValue, outstanding, disbursed, figuresOn } = advance;
  const { state, daysLate, recoverBy, overdueAfter } = advance;
  if (state === 'recovered') return [];
  return [
    {
      ...project,
      ...{ id, contract, contractor, state, daysLate },
      contractValue: BigInt(contractValue),
      outstanding: BigInt(outstanding),
      disbursed:
        disbursed === null || figuresOn === null
          ? null
          : { amount: BigInt(disbursed), on: plainDate(figuresOn) },
      recoverBy: recoverBy === null ? null : plainDate(recoverBy),
      overdueAfter: overdueAfter === null ? null : plainDate(overdueAfter),
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
