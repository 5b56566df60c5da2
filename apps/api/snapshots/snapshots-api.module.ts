import { Module } from '@nestjs/common';
import { SnapshotsModule } from '@thongvon/snapshots';
import { SnapshotsController } from './snapshots.controller';

@Module({ imports: [SnapshotsModule], controllers: [SnapshotsController] })
export class SnapshotsApiModule {}
