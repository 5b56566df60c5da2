import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapitalModule } from '@thongvon/capital';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { WorksContractsModule } from '@thongvon/works-contracts';
import {
  ActOnBlocker,
  ChangeBlocker,
  MergeBlockers,
  OpenBlocker,
  RecordAction,
} from './application/act-on-blocker';
import { BlockerListener, FindReportedBlockers } from './application/blockers-of-return';
import { BlockersAsKnown, RebuildBlockers } from './application/derived-blockers';
import {
  ContinueOrStopFile,
  SummarizeClearanceAndBlockers,
  ViewProjectClearance,
  ViewProjectPage,
} from './application/clearance-pages';
import { FindBlocker, ListBlockers, ViewBlocker } from './application/view-blockers';
import { DecideRemark, Remarks } from './application/remarks';
import { SummarizeBlockers, ViewContractor } from './application/summarize-blockers';
import { BlockedProjects } from './persistence/blockers-on-day';
import {
  Blocker,
  BlockerActionRow,
  BlockerMention,
  BlockerMerger,
  BlockerPositionRow,
} from './persistence/entities/blocker';
import { RemarkDecisionRow, ReportedRemark } from './persistence/entities/remark';

const ENTITIES = [
  Blocker,
  BlockerActionRow,
  BlockerMention,
  BlockerMerger,
  BlockerPositionRow,
  RemarkDecisionRow,
  ReportedRemark,
];

const USE_CASES = [
  ActOnBlocker,
  BlockedProjects,
  BlockersAsKnown,
  ChangeBlocker,
  ContinueOrStopFile,
  DecideRemark,
  ListBlockers,
  MergeBlockers,
  OpenBlocker,
  RebuildBlockers,
  SummarizeBlockers,
  SummarizeClearanceAndBlockers,
  ViewBlocker,
  ViewContractor,
  ViewProjectPage,
];

/** What stands in the way of projects, whatever the cause: who must act, what was done, and the capital that waits. */
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    CapitalModule,
    LandClearanceModule,
    ProjectsModule,
    ReturnsModule,
    WorksContractsModule,
  ],
  providers: [
    ...USE_CASES,
    BlockerListener,
    FindBlocker,
    FindReportedBlockers,
    RecordAction,
    Remarks,
    ViewProjectClearance,
  ],
  exports: USE_CASES,
})
export class BlockersModule {}
