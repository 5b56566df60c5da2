import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapitalModule } from '@thongvon/capital';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { ActOnBlocker, ChangeBlocker, OpenBlocker, RecordAction } from './application/act-on-blocker';
import { BlockerListener, FindReportedBlockers } from './application/blockers-of-return';
import { BlockersAsKnown, RebuildBlockers } from './application/derived-blockers';
import {
  ContinueOrStopFile,
  SummarizeClearanceAndBlockers,
  ViewProjectClearance,
  ViewProjectPage,
} from './application/clearance-pages';
import { MatchUnits, MatchUnitsOfNewOffices } from './application/match-units';
import { MergeBlockers } from './application/merge-blockers';
import { ProposeOnBlocker, SetResponsibleOffice } from './application/proposals';
import { FindBlocker, ListBlockers, ViewBlocker } from './application/view-blockers';
import { DecideRemark, Remarks } from './application/remarks';
import { SummarizeBlockers, ViewContractor } from './application/summarize-blockers';
import { MatchUnitsJob } from './jobs/match-units';
import { BlockedProjects } from './persistence/blockers-on-day';
import {
  Blocker,
  BlockerActionRow,
  BlockerMention,
  BlockerMerger,
  BlockerPositionRow,
} from './persistence/entities/blocker';
import { UnitMatch } from './persistence/entities/unit-match';
import { RemarkDecisionRow, ReportedRemark } from './persistence/entities/remark';

const ENTITIES = [
  Blocker,
  BlockerActionRow,
  BlockerMention,
  BlockerMerger,
  BlockerPositionRow,
  RemarkDecisionRow,
  ReportedRemark,
  UnitMatch,
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
  ProposeOnBlocker,
  RebuildBlockers,
  SetResponsibleOffice,
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
    OrganizationsModule,
    ProjectsModule,
    ReturnsModule,
    WorksContractsModule,
  ],
  providers: [
    ...USE_CASES,
    BlockerListener,
    FindBlocker,
    FindReportedBlockers,
    MatchUnits,
    MatchUnitsJob,
    MatchUnitsOfNewOffices,
    RecordAction,
    Remarks,
    ViewProjectClearance,
  ],
  exports: USE_CASES,
})
export class BlockersModule {}
