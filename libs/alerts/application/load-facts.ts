import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plainDate } from '@thongvon/kernel';
import { treasuryDifferences, yearEndEstimatesAsKnown } from '@thongvon/disbursements';
import { openGuarantees } from '@thongvon/guarantees';
import { outstandingAdvances } from '@thongvon/land-clearance';
import { Snapshots, type FrozenProject, type FrozenWeek, type FrozenWeekRef } from '@thongvon/snapshots';
import { factsOf } from '../domain/facts-of-week';
import { weeksBack } from '../domain/evaluate-rules';
import type { RuleSetting } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import type { AdvanceFacts, TreasuryDifference, WeekFacts } from '../domain/week-facts';
import { officeRows, sourceLabels } from '../infrastructure/registers';

/** Puts together what the rules look at. */
@Injectable()
export class LoadFacts {
  constructor(private readonly snapshots: Snapshots) {}

  /** The week as each of its plan years sees it, each followed by as many earlier weeks as the rules look at, latest first. */
  async of(
    manager: EntityManager,
    ref: FrozenWeekRef,
    settings: readonly RuleSetting[],
  ): Promise<WeekFacts[][]> {
    const now = await this.snapshots.load(ref, null, manager);
    const depths = ref.planYears.map((planYear) => weeksBack(RULES, settings, { planYear, on: ref.week }));
    const before = await this.weeksBefore(manager, ref, Math.max(0, ...depths));
    const register = { offices: await officeRows(manager), sources: await sourceLabels(manager) };
    const projects = new Map(now.projects.map((project) => [project.id, project]));
    const advances = await this.advances(manager, ref, projects);
    const guarantees = await this.guarantees(manager, ref, projects);
    const years: WeekFacts[][] = [];
    for (const planYear of ref.planYears) {
      const treasury = await this.treasury(manager, ref, planYear, projects);
      const estimates = await this.estimates(manager, ref, planYear);
      const facts = factsOf(now, planYear, { ...register, treasury, advances, guarantees, estimates });
      const earlier = before.map((week) =>
        factsOf(week, planYear, {
          ...register,
          treasury: [],
          advances: [],
          guarantees: [],
          estimates: new Map(),
        }),
      );
      years.push([facts, ...earlier]);
    }
    return years;
  }

  /** Latest revisions, latest week first. */
  private async weeksBefore(
    manager: EntityManager,
    { week }: FrozenWeekRef,
    count: number,
  ): Promise<FrozenWeek[]> {
    const weeks: FrozenWeek[] = [];
    let ref = await this.snapshots.latestBefore(week, manager);
    while (ref && weeks.length < count) {
      weeks.push(await this.snapshots.load(ref, null, manager));
      ref = await this.snapshots.latestBefore(ref.week, manager);
    }
    return weeks;
  }

  private async treasury(
    manager: EntityManager,
    { week, frozenAt }: FrozenWeekRef,
    planYear: number,
    projects: ReadonlyMap<string, FrozenProject>,
  ): Promise<TreasuryDifference[]> {
    const found = await treasuryDifferences(manager, { planYear, asOf: week, knownAt: frozenAt });
    return found.flatMap((difference) => {
      const project = projects.get(difference.projectId);
      return project ? [{ ...difference, ...named(project) }] : [];
    });
  }

  private async estimates(
    manager: EntityManager,
    { week, frozenAt }: FrozenWeekRef,
    planYear: number,
  ): Promise<WeekFacts['estimates']> {
    const found = await yearEndEstimatesAsKnown(manager, { planYear, asOf: week, knownAt: frozenAt });
    return new Map(found.map(({ projectId, ...said }) => [projectId, said]));
  }

  private async advances(
    manager: EntityManager,
    { week }: FrozenWeekRef,
    projects: ReadonlyMap<string, FrozenProject>,
  ): Promise<AdvanceFacts[]> {
    const found = await outstandingAdvances(manager, week);
    return found.flatMap(({ id, project, outstanding, advancedOn, state, daysLate }) => {
      const known = projects.get(project.id);
      if (!known || state === 'settled') return [];
      const money = { outstanding: BigInt(outstanding), advancedOn: plainDate(advancedOn), state, daysLate };
      return [{ id, projectId: project.id, ...named(known), ...money }];
    });
  }

  private async guarantees(
    manager: EntityManager,
    { week }: FrozenWeekRef,
    projects: ReadonlyMap<string, FrozenProject>,
  ): Promise<WeekFacts['guarantees']> {
    const found = await openGuarantees(manager, week);
    return found.flatMap(({ id, project, contractor, amount, expiresOn }) => {
      const known = projects.get(project.id);
      if (!known) return [];
      return [{ id, projectId: project.id, ...named(known), contractor, amount: BigInt(amount), expiresOn }];
    });
  }
}

const named = ({ name, organizationId }: FrozenProject) => ({ projectName: name, organizationId });
