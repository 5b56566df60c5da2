import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Outbox, SystemClock } from '@thongvon/platform';
import { Snapshots, type FrozenWeekRef } from '@thongvon/snapshots';
import { changesOf } from '../domain/alert-life';
import { evaluateRules } from '../domain/evaluate-rules';
import { RULES } from '../domain/rules';
import {
  isReplaced,
  lockEvaluations,
  markEvaluated,
  nextUnevaluated,
  openAlerts,
  writeChanges,
} from '../persistence/alert-rows';
import { settingRows } from '../persistence/rule-setting-rows';
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
