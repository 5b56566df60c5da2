import { Module } from '@nestjs/common';
import { RemindersModule } from '@thongvon/reminders';
import { SnapshotsModule } from '@thongvon/snapshots';
import { OwedReturnsController } from './owed-returns.controller';
import { SnapshotsController } from './snapshots.controller';

@Module({
  imports: [RemindersModule, SnapshotsModule],
  controllers: [OwedReturnsController, SnapshotsController],
})
export class SnapshotsApiModule {}
