import { Module } from '@nestjs/common';
import { EntitiesModule } from '@thongvon/platform';
import { CapitalModule } from '@thongvon/capital';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { Advances, ViewClearanceMoney } from './application/clearance-money';
import { ClearanceAsKnown } from './application/clearance-as-known';
import { ClosingItems } from './application/closing-items';
import { DecideRemark, Remarks } from './application/remarks';
import { Holidays, ProposeHolidays } from './application/holidays';
import { ProjectSteps, RecordStep } from './application/project-steps';
import { Proofs } from './application/proofs';
import { ViewProjectClearance, ViewProjectPage } from './application/view-project-clearance';
import { ActOnBlocker, ChangeBlocker, OpenBlocker, RecordAction } from './application/act-on-blocker';
import { BlockerListener } from './application/blocker-listener';
import { CheckProgress } from './application/check-progress';
import { ClearanceRules, CommitProgress } from './application/clearance-rules';
import { ContinueOrStopFile } from './application/continue-or-stop-file';
import { EnterProgress } from './application/enter-progress';
import { FindBlocker, ViewBlocker } from './application/view-blocker';
import { FindProject } from './application/find-project';
import { ListBlockers } from './application/list-blockers';
import { MergeBlockers } from './application/merge-blockers';
import { RebuildClearance } from './application/rebuild-clearance';
import { Segments } from './application/segments';
import { SummarizeBlockers } from './application/summarize-blockers';
import { SummarizeClearance } from './application/summarize-clearance';
import { FindReportedBlockers } from './application/reported-blockers';
import { ViewContractor } from './application/view-contractor';
import { BlockedProjects } from './persistence/blocked-projects';
import { BlockerPositionRow } from './persistence/entities/blocker-position';
import { Blocker, BlockerActionRow, BlockerMention, BlockerMerger } from './persistence/entities/blocker';
import {
  ClearanceAdvanceEntry,
  ClearanceStepEntry,
  EvidenceFile,
} from './persistence/entities/clearance-case';
import {
  ClearanceFigure,
  ClearancePosition,
  ClearanceSegment,
} from './persistence/entities/clearance-progress';
import { Holiday, HolidayYear } from './persistence/entities/holiday';
import { RemarkDecisionRow, ReportedRemark } from './persistence/entities/remark';

const ENTITIES = [
  Blocker,
  BlockerActionRow,
  BlockerMention,
  BlockerMerger,
  BlockerPositionRow,
  ClearanceAdvanceEntry,
  ClearanceFigure,
  ClearancePosition,
  ClearanceSegment,
  ClearanceStepEntry,
  EvidenceFile,
  Holiday,
  HolidayYear,
  RemarkDecisionRow,
  ReportedRemark,
];

const USE_CASES = [
  ActOnBlocker,
  ViewClearanceMoney,
  RecordStep,
  ProjectSteps,
  Proofs,
  Holidays,
  ProposeHolidays,
  ClearanceAsKnown,
  ClosingItems,
  Advances,
  BlockedProjects,
  ChangeBlocker,
  ContinueOrStopFile,
  DecideRemark,
  EnterProgress,
  ListBlockers,
  MergeBlockers,
  OpenBlocker,
  RebuildClearance,
  Segments,
  SummarizeBlockers,
  SummarizeClearance,
  ViewBlocker,
  ViewContractor,
  ViewProjectPage,
];

@Module({
  imports: [
    EntitiesModule.forFeature(ENTITIES),
    CapitalModule,
    OrganizationsModule,
    ProjectsModule,
    ReturnsModule,
  ],
  providers: [
    ...USE_CASES,
    BlockerListener,
    CheckProgress,
    ClearanceRules,
    CommitProgress,
    FindBlocker,
    FindProject,
    FindReportedBlockers,
    RecordAction,
    Remarks,
    ViewProjectClearance,
  ],
  exports: USE_CASES,
})
export class LandClearanceModule {}
