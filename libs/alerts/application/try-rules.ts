import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RuleEffect, RulePreviewView } from '@thongvon/api-contract';
import { addDays, businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { evaluateRules } from '../domain/evaluate-rules';
import { effectsOf, replay, type Replayed, settingsAsOf } from '../domain/replay';
import { RULES } from '../domain/rules';
import { settingRows } from '../persistence/rule-setting-rows';
import { LoadFacts } from './load-facts';
import { type RuleChange, RuleChanges } from './alert-rules';

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

const SHOWN = 100;

/** Shows what a change of a rule would say before it is made. */
@Injectable()
export class PreviewRule {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: RuleChanges,
    private readonly snapshots: Snapshots,
    private readonly facts: LoadFacts,
    private readonly clock: SystemClock,
  ) {}

  /**
   * The rule in the latest frozen week with the change and without it, of what the actor may see. Writes nothing.
   * Throws what `RuleChanges.check` does.
   */
  async run(actor: Actor, id: string, change: RuleChange): Promise<RulePreviewView> {
    const { rule, setting } = await this.changes.check(actor, id, change);
    const { manager } = this.dataSource;
    const ref = await this.snapshots.latestBefore(addDays(businessDate(this.clock.now()), 1), manager);
    if (!ref) return { week: null, appears: 0, goes: 0, stays: 0, items: [] };
    const written = await settingRows(manager, rule.id);
    const now = settingsAsOf(written, setting.effectiveFrom, ref.week);
    const then = settingsAsOf([...written, setting], setting.effectiveFrom, ref.week);
    // Both at once: a change may look further back than what is in force.
    const years = await this.facts.of(manager, ref, [...now, ...then]);
    const visible = new Set(actor.scope);
    const found = (settings: typeof then) =>
      evaluateRules([rule], years, settings).filter(({ organizationId }) => visible.has(organizationId));
    const affected = effectsOf(found(now), found(then));
    const count = (wanted: RuleEffect) => affected.filter(({ effect }) => effect === wanted).length;
    return {
      week: ref.week,
      appears: count('appears'),
      goes: count('goes'),
      stays: count('stays'),
      items: affected.slice(0, SHOWN).map(({ effect, found: { severity, texts } }) => ({
        effect,
        severity,
        text: texts[0],
        textEn: texts[1],
      })),
    };
  }
}
