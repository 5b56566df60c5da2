import { Module } from '@nestjs/common';
import { SnapshotsModule } from '../snapshots.module';
import { SnapshotsController, WeekComparisonController } from './snapshots.controller';

/** The API of frozen weeks. */
@Module({
  imports: [SnapshotsModule],
  // First: `:week` of the others takes any word.
  controllers: [WeekComparisonController, SnapshotsController],
})
export class SnapshotsHttpModule {}
