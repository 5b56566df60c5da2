import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, freezeInstant, type PlainDate, weekOfApproval } from '@thongvon/kernel';
import { BlockersAsKnown } from '@thongvon/blockers';
import { ClearanceAsKnown } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Audit, type Entries, entryDecorator, SystemClock } from '@thongvon/platform';
import { ReportingDuties } from '@thongvon/reporting-duties';
import { SecondPerson } from '@thongvon/returns';
import { type FrozenWeekRef, planYearsOfWeek } from '../domain/frozen-week';
import { closeKnownTime, type Cut, firstApproval, lastWeekCut, openCut } from '../persistence/cut-rows';
import { insertSnapshot, laterReturnIds, lockSnapshots } from '../persistence/snapshot-rows';
import {
  analyzeSnapshots,
  writeBlockers,
  writeOrganizations,
  writeProjects,
  writeRollups,
} from '../persistence/write-week';
import { FindFrozen, problems, Snapshots } from './snapshots';

/**
 * Hears of a week that is being frozen, in the transaction that freezes it, with all rows written. It writes the work that
 * must follow (`Outbox.ask`) and no more: what throws or takes long here keeps the week from being frozen.
 */
export interface SnapshotListener {
  frozen(manager: EntityManager, week: FrozenWeekRef): Promise<void>;
}

/** On the class of a provider that follows frozen weeks (alerts, the weekly letter), under the name of its room. */
export const OnSnapshot = entryDecorator<SnapshotListener>('listener to snapshots');

/** Those who follow frozen weeks. */
export class SnapshotListeners {
  constructor(private readonly listeners: Entries<string, SnapshotListener>) {}

  async tell(manager: EntityManager, week: FrozenWeekRef): Promise<void> {
    for (const [, listener] of this.listeners.all) await listener.frozen(manager, week);
  }
}

/**
 * Freezes a week in two steps, each safe to repeat: first known time is closed at the cut, then all that was known by then is
 * written in one transaction. Since nothing can be added behind the cut, it doesn't matter how late the second comes.
 */
@Injectable()
export class FreezeWeek {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly clearance: ClearanceAsKnown,
    private readonly blockers: BlockersAsKnown,
    private readonly duties: ReportingDuties,
    private readonly listeners: SnapshotListeners,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** The frozen week, also when it has been frozen before. */
  async freeze(cut: Cut): Promise<FrozenWeekRef> {
    await this.dataSource.transaction((manager) => closeKnownTime(manager, cut));
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      // The lock comes before what the transaction sees is settled, so the second sees what the first wrote.
      await lockSnapshots(manager);
      return (await this.snapshots.find(cut.week, cut.revision, manager)) ?? this.write(manager, cut);
    });
  }

  private async write(manager: EntityManager, cut: Cut): Promise<FrozenWeekRef> {
    const frozen = await this.begin(manager, cut);
    const known = { asOf: frozen.week, knownAt: frozen.frozenAt };
    const clearance = await this.clearance.numbers(manager, known);
    const blockers = await this.blockers.open(manager, known);
    await writeProjects(manager, frozen, clearance, blockers);
    await writeBlockers(manager, frozen, blockers);
    await analyzeSnapshots(manager);
    await writeRollups(manager, frozen.id);
    await writeOrganizations(manager, frozen, await this.duties.owedOn(manager, frozen.week));
    const { week, revision } = frozen;
    await this.audit.record(manager, cut.requestedBy, 'snapshot.freeze', `snapshot:${frozen.id}`, {
      week,
      revision,
    });
    await this.listeners.tell(manager, frozen);
    return frozen;
  }

  private async begin(manager: EntityManager, { week, revision }: Cut): Promise<FrozenWeekRef> {
    const previous = await this.snapshots.latestBefore(week, manager);
    const planYears = planYearsOfWeek(week);
    const previousId = previous?.id ?? null;
    await insertSnapshot(manager, { week, revision, computedAt: this.clock.now(), planYears, previousId });
    const frozen = await this.snapshots.find(week, revision, manager);
    if (!frozen) throw new Error(`no cut for week ${week}, revision ${revision}`);
    return frozen;
  }
}

/** Freezes the weeks that are due and missing, each once and in order, from the first with an approved figure up to now. */
@Injectable()
export class FreezeMissingWeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly freezing: FreezeWeek,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run at any time and by several processes at once. */
  async run(): Promise<void> {
    for (let cut = await this.next(); cut !== undefined; cut = await this.next())
      await this.freezing.freeze(cut);
  }

  private async next(): Promise<Cut | undefined> {
    const { manager } = this.dataSource;
    const begun = await openCut(manager);
    if (begun) return begun;
    const last = await lastWeekCut(manager);
    const week = last === null ? await this.firstWeek() : addDays(last, 7);
    if (week === null || freezeInstant(week) > this.clock.now()) return undefined;
    return { week, revision: 1, knownThrough: freezeInstant(week), reason: null, requestedBy: null };
  }

  private async firstWeek(): Promise<PlainDate | null> {
    const first = await firstApproval(this.dataSource.manager);
    return first && weekOfApproval(first);
  }
}

/**
 * Freezes a week again, with what has been approved since: a correction, which a person asks for and gives a reason. Who
 * has sent one of the returns that change the week leaves it to another (ADR 0115).
 */
@Injectable()
export class ReviseWeek {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
    private readonly freezing: FreezeWeek,
    private readonly second: SecondPerson,
    private readonly clock: SystemClock,
  ) {}

  /** The new revision. Throws SNAPSHOT-NOT-FOUND, FOUR-EYES, and SNAPSHOT-CURRENT when no return has changed what the week says. */
  async revise(actor: Actor, week: string, reason: string): Promise<FrozenWeekRef> {
    const latest = await this.frozen.find(week);
    const later = await laterReturnIds(this.dataSource.manager, latest);
    if (later.length === 0) throw problems.nothingToCorrect();
    await this.second.assertNotOwnOf(actor, later);
    return this.freezing.freeze({
      week: latest.week,
      revision: latest.revision + 1,
      knownThrough: this.clock.now(),
      reason,
      requestedBy: actor.userId,
    });
  }
}
