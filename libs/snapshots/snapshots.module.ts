import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { registry } from '@thongvon/platform';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import { ReturnsModule } from '@thongvon/returns';
import { CompareWeeks, ViewSnapshot } from './application/view-snapshot';
import { FindFrozen, ListSnapshots, Snapshots } from './application/snapshots';
import {
  FreezeMissingWeeks,
  FreezeWeek,
  OnSnapshot,
  ReviseWeek,
  SnapshotListeners,
} from './application/freeze-week';
import { ListFrozenBlockers, ListFrozenProjects } from './application/list-frozen';
import { SnapshotSchedule } from './jobs/snapshot-schedule';
import {
  SnapshotBlocker,
  SnapshotLine,
  SnapshotProject,
  SnapshotRollup,
} from './persistence/entities/frozen-project';
import { SnapshotOrganization, WeeklyCut, WeeklySnapshot } from './persistence/entities/week';

const ENTITIES = [
  SnapshotBlocker,
  SnapshotLine,
  SnapshotOrganization,
  SnapshotProject,
  SnapshotRollup,
  WeeklyCut,
  WeeklySnapshot,
];

const USE_CASES = [
  CompareWeeks,
  FreezeMissingWeeks,
  ListFrozenBlockers,
  ListFrozenProjects,
  ListSnapshots,
  ReviseWeek,
  Snapshots,
  ViewSnapshot,
];

/** Weekly snapshots: frozen weeks and who learns of them. Needs the PlatformModule. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    BlockersModule,
    LandClearanceModule,
    ReportingDutiesModule,
    ReturnsModule,
  ],
  providers: [
    ...USE_CASES,
    FindFrozen,
    FreezeWeek,
    SnapshotSchedule,
    registry(SnapshotListeners, OnSnapshot),
  ],
  exports: USE_CASES,
})
export class SnapshotsModule {}
