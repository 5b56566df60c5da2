import { Module } from '@nestjs/common';
import { Snapshots } from './application/snapshots';
import { SnapshotListeners } from './application/snapshot-listeners';

/** Weekly snapshots: frozen weeks and who hears of them. Needs the PlatformModule. */
@Module({
  providers: [SnapshotListeners, Snapshots],
  exports: [SnapshotListeners, Snapshots],
})
export class SnapshotsModule {}
