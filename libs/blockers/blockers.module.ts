import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapitalModule } from '@thongvon/capital';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { ActOnBlocker, ChangeBlocker, OpenBlocker, RecordAction } from './application/act-on-blocker';
import { BlockerListener } from './application/blocker-listener';
import { BlockersAsKnown } from './application/blockers-as-known';
import { ContinueOrStopFile } from './application/continue-or-stop-file';
import { ListBlockers } from './application/list-blockers';
import { MergeBlockers } from './application/merge-blockers';
import { RebuildBlockers } from './application/rebuild-blockers';
import { DecideRemark, Remarks } from './application/remarks';
import { FindReportedBlockers } from './application/reported-blockers';
import { SummarizeBlockers } from './application/summarize-blockers';
import { SummarizeClearanceAndBlockers } from './application/summarize-clearance-and-blockers';
import { FindBlocker, ViewBlocker } from './application/view-blocker';
import { ViewContractor } from './application/view-contractor';
import { ViewProjectClearance, ViewProjectPage } from './application/view-project-page';
import { BlockedProjects } from './persistence/blocked-projects';
import { Blocker, BlockerActionRow, BlockerMention, BlockerMerger } from './persistence/entities/blocker';
import { BlockerPositionRow } from './persistence/entities/blocker-position';
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
