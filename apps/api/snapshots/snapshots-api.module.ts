import { Module } from '@nestjs/common';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import { SnapshotsModule } from '@thongvon/snapshots';
import { OwedReturnsController } from './owed-returns.controller';
import { SnapshotsController } from './snapshots.controller';

@Module({
  imports: [ReportingDutiesModule, SnapshotsModule],
  controllers: [OwedReturnsController, SnapshotsController],
})
export class SnapshotsApiModule {}
