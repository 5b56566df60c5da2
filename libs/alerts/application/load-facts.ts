import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { Snapshots, type FrozenProject, type FrozenWeekRef } from '@thongvon/snapshots';
import { weeksBack, type YearFacts } from '../domain/evaluate-rules';
import { earlierWeek, factsOf } from '../domain/facts-of-week';
import type { RuleSetting } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import { officeRows, sourceLabels } from '../persistence/registers';
import { loadBeside } from './load-beside';

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
