import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Snapshots, type FrozenWeek, type FrozenWeekRef } from '@thongvon/snapshots';
import { weeksBack } from '../domain/evaluate-rules';
import { factsOf, NOTHING_BESIDE } from '../domain/facts-of-week';
import type { RuleSetting } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import type { WeekFacts } from '../domain/week-facts';
import { officeRows, sourceLabels } from '../infrastructure/registers';
import { loadBeside } from './load-beside';

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
    const years: WeekFacts[][] = [];
    for (const planYear of ref.planYears) {
      const facts = factsOf(now, planYear, register, await loadBeside(manager, now, planYear));
      const earlier = before.map((week) => factsOf(week, planYear, register, NOTHING_BESIDE));
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
}
