import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertSeverity, RuleEffect } from '@thongvon/api-contract';
import { addDays, businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Outbox, SystemClock } from '@thongvon/platform';
import { type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { changesOf } from '../domain/alert-life';
import type { Texts } from '../domain/rule-words';
import { evaluateRules } from '../domain/evaluate-rules';
import { effectsOf, replay, type Replayed, settingsAsOf } from '../domain/replay';
import { RULES } from '../domain/rules';
import {
  isEvaluated,
  isReplaced,
  lockEvaluations,
  markEvaluated,
  nextUnevaluated,
  openAlerts,
  settingRows,
  writeChanges,
} from '../persistence/alert-rows';
import { type RuleChange, RuleChanges } from './alert-rules';
import { LoadFacts } from './load-facts';

/** Looks at frozen weeks with the rules, each once and in order, and lets alerts open, change and close. */
@Injectable()
export class EvaluateWeek {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly facts: LoadFacts,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
  ) {}

  /** Whether the rules have looked at the frozen week, and so at all before it. */
  isDone(manager: EntityManager, snapshotId: string): Promise<boolean> {
    return isEvaluated(manager, snapshotId);
  }

  /** The frozen week `snapshotId`, after all earlier ones that nobody has looked at yet. Safe to run twice. */
  async run(snapshotId: string): Promise<void> {
    const asked = await this.snapshots.byId(snapshotId);
    if (!asked) throw new Error(`no frozen week ${snapshotId}`);
    while (await this.evaluateNext(asked));
  }

  /** One week in one transaction. False when nothing is left to look at. */
  private evaluateNext(asked: FrozenWeekRef): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await lockEvaluations(manager);
      const id = await nextUnevaluated(manager, asked);
      if (id === undefined || id === asked.id) await this.outbox.done(manager, 'evaluate-alerts', asked.id);
      const ref = id === undefined ? undefined : await this.snapshots.byId(id, manager);
      if (!ref) return false;
      // A later week has reported what is so now; a correction of an earlier one can't change it.
      const counts = !(await isReplaced(manager, ref));
      if (counts) await this.evaluate(manager, ref);
      await markEvaluated(manager, ref, counts, this.clock.now());
      return true;
    });
  }

  private async evaluate(manager: EntityManager, ref: FrozenWeekRef): Promise<void> {
    const settings = await settingRows(manager);
    const found = evaluateRules(RULES, await this.facts.of(manager, ref, settings), settings);
    const changes = changesOf(await openAlerts(manager, ref.week), found, ref.week);
    await writeChanges(manager, changes, { snapshotId: ref.id, week: ref.week, at: this.clock.now() });
  }
}

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

/** How many sentences a preview shows. */
const SHOWN = 100;

/** What a change of a rule would do in the latest frozen week; `week` is null when none is frozen yet. */
export interface RulePreview extends Readonly<Record<RuleEffect, number>> {
  readonly week: PlainDate | null;
  /** What appears, goes, stays, in this order: each sentence as it would stand, of one that goes as it stands. */
  readonly items: readonly {
    readonly effect: RuleEffect;
    readonly severity: AlertSeverity;
    readonly texts: Texts;
  }[];
}

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
  async run(actor: Actor, id: string, change: RuleChange): Promise<RulePreview> {
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
      items: affected
        .slice(0, SHOWN)
        .map(({ effect, found: { severity, texts } }) => ({ effect, severity, texts })),
    };
  }
}
