import { Module } from '@nestjs/common';
import { SnapshotsModule } from '../snapshots.module';
import { SnapshotsController } from './snapshots.controller';

/** The API of frozen weeks. */
@Module({
  imports: [SnapshotsModule],
  controllers: [SnapshotsController],
})
export class SnapshotsHttpModule {}
