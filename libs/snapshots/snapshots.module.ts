import { Module } from '@nestjs/common';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { FreezeMissingWeeks } from './application/freeze-missing-weeks';
import { FreezeWeek } from './application/freeze-week';
import { SnapshotListeners } from './application/snapshot-listeners';
import { Snapshots } from './application/snapshots';
import { SnapshotSchedule } from './jobs/snapshot-schedule';

const USE_CASES = [FreezeMissingWeeks, SnapshotListeners, Snapshots];

/** Weekly snapshots: frozen weeks and who hears of them. Needs the PlatformModule. */
@Module({
  imports: [LandClearanceModule],
  providers: [...USE_CASES, FreezeWeek, SnapshotSchedule],
  exports: USE_CASES,
})
export class SnapshotsModule {}
