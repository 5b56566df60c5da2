import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClearanceAsKnown } from '@thongvon/land-clearance';
import { ReportingDuties } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import type { FrozenWeekRef } from '../domain/frozen-week';
import { planYearsOfWeek } from '../domain/plan-years-of-week';
import { analyzeSnapshots } from '../persistence/analyze-snapshots';
import { closeKnownTime, type Cut } from '../persistence/cuts';
import { writeBlockers } from '../persistence/write-blockers';
import { writeOrganizations } from '../persistence/write-organizations';
import { writeProjects } from '../persistence/write-projects';
import { writeRollups } from '../persistence/write-rollups';
import { SnapshotListeners } from './snapshot-listeners';
import { Snapshots } from './snapshots';

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
    private readonly duties: ReportingDuties,
    private readonly listeners: SnapshotListeners,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** The frozen week, also when it has been frozen before. */
  async freeze(cut: Cut): Promise<FrozenWeekRef> {
    await this.dataSource.transaction((manager) => closeKnownTime(manager, cut));
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      // One at a time. LOCK comes before what the transaction sees is settled, so the second sees what the first wrote.
      await manager.query('LOCK TABLE snapshots.weekly_snapshot IN SHARE ROW EXCLUSIVE MODE');
      return (await this.snapshots.find(cut.week, cut.revision, manager)) ?? this.write(manager, cut);
    });
  }

  private async write(manager: EntityManager, cut: Cut): Promise<FrozenWeekRef> {
    const frozen = await this.begin(manager, cut);
    const known = { asOf: frozen.week, knownAt: frozen.frozenAt };
    const clearance = await this.clearance.numbers(manager, known);
    const blockers = await this.clearance.openBlockers(manager, known);
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
    await manager.query(
      `INSERT INTO snapshots.weekly_snapshot (week, revision, frozen_at, computed_at, plan_years, previous_id)
       SELECT week, revision, known_through, $3, $4, $5 FROM snapshots.weekly_cut WHERE week = $1 AND revision = $2`,
      [week, revision, this.clock.now(), planYearsOfWeek(week), previous?.id ?? null],
    );
    const frozen = await this.snapshots.find(week, revision, manager);
    if (!frozen) throw new Error(`no cut for week ${week}, revision ${revision}`);
    return frozen;
  }
}
