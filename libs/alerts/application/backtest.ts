import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, type PlainDate } from '@thongvon/kernel';
import { Snapshots, type FrozenWeekRef } from '@thongvon/snapshots';
import { replay, type Replayed } from '../domain/replay';
import { evaluateRules } from '../domain/evaluate-rules';
import { RULES } from '../domain/rules';
import { settingRows } from '../persistence/rule-setting-rows';
import { LoadFacts } from './load-facts';

/** Replays the rules, as they are set today, over weeks that are frozen. Writes nothing. */
@Injectable()
export class Backtest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly facts: LoadFacts,
  ) {}

  /** Over the latest revision of every week whose cut-off lies between the days, both included. */
  async run(from: PlainDate, to: PlainDate): Promise<Replayed> {
    const { manager } = this.dataSource;
    // What is in force now is asked of the past: what would it have raised?
    const settings = (await settingRows(manager)).map((setting) => ({ ...setting, effectiveFrom: from }));
    const weeks = await this.weeks(from, to);
    const found = [];
    for (const ref of weeks) {
      const years = await this.facts.of(manager, ref, settings);
      found.push({ week: ref.week, found: evaluateRules(RULES, years, settings) });
    }
    return replay(found);
  }

  /** Oldest first. */
  private async weeks(from: PlainDate, to: PlainDate): Promise<FrozenWeekRef[]> {
    const weeks: FrozenWeekRef[] = [];
    let ref = await this.snapshots.latestBefore(addDays(to, 1));
    while (ref && ref.week >= from) {
      weeks.unshift(ref);
      ref = await this.snapshots.latestBefore(ref.week);
    }
    return weeks;
  }
}
