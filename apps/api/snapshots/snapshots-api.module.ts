import { Module } from '@nestjs/common';
import { SnapshotsModule } from '@thongvon/snapshots';
import { OwedReturnsController } from './owed-returns.controller';
import { SnapshotsController } from './snapshots.controller';

@Module({ imports: [SnapshotsModule], controllers: [OwedReturnsController, SnapshotsController] })
export class SnapshotsApiModule {}
