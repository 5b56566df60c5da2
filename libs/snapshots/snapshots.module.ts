import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { ReturnsModule } from '@thongvon/returns';
import { CompareWeeks } from './application/compare-weeks';
import { FindFrozen } from './application/find-frozen';
import { FreezeMissingWeeks } from './application/freeze-missing-weeks';
import { FreezeWeek } from './application/freeze-week';
import { ListFrozenBlockers } from './application/list-frozen-blockers';
import { ListFrozenProjects } from './application/list-frozen-projects';
import { ListSnapshots } from './application/list-snapshots';
import { OwedReturns } from './application/owed-returns';
import { ReviseWeek } from './application/revise-week';
import { SnapshotListeners } from './application/snapshot-listeners';
import { Snapshots } from './application/snapshots';
import { ViewSnapshot } from './application/view-snapshot';
import { SnapshotSchedule } from './jobs/snapshot-schedule';

const USE_CASES = [
  CompareWeeks,
  FreezeMissingWeeks,
  ListFrozenBlockers,
  ListFrozenProjects,
  ListSnapshots,
  OwedReturns,
  ReviseWeek,
  SnapshotListeners,
  Snapshots,
  ViewSnapshot,
];

/** Weekly snapshots: frozen weeks and who learns of them. Needs the PlatformModule. */
@Module({
  imports: [LandClearanceModule, OrganizationsModule, ReturnsModule],
  providers: [...USE_CASES, FindFrozen, FreezeWeek, SnapshotSchedule],
  exports: USE_CASES,
})
export class SnapshotsModule {}
