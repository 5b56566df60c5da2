import { Module } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { Advances } from './application/advances';
import { ClearanceAsKnown } from './application/clearance-as-known';
import { ClosingItems } from './application/closing-items';
import { DecideRemark } from './application/decide-remark';
import { Holidays } from './application/holidays';
import { ProjectSteps } from './application/project-steps';
import { Proofs } from './application/proofs';
import { ViewProjectPage } from './application/view-project-page';
import { RecordStep } from './application/record-step';
import { ViewClearanceMoney } from './application/view-clearance-money';
import { ActOnBlocker } from './application/act-on-blocker';
import { BlockerListener } from './application/blocker-listener';
import { ChangeBlocker } from './application/change-blocker';
import { CheckProgress } from './application/check-progress';
import { ClearanceRules } from './application/clearance-rules';
import { CommitProgress } from './application/commit-progress';
import { ContinueOrStopFile } from './application/continue-or-stop-file';
import { EnterProgress } from './application/enter-progress';
import { FindBlocker } from './application/find-blocker';
import { FindProject } from './application/find-project';
import { ListBlockers } from './application/list-blockers';
import { MergeBlockers } from './application/merge-blockers';
import { OpenBlocker } from './application/open-blocker';
import { ProposeHolidays } from './application/propose-holidays';
import { RebuildClearance } from './application/rebuild-clearance';
import { RecordAction } from './application/record-action';
import { Remarks } from './application/remarks';
import { Segments } from './application/segments';
import { SummarizeBlockers } from './application/summarize-blockers';
import { SummarizeClearance } from './application/summarize-clearance';
import { FindReportedBlockers } from './application/reported-blockers';
import { ViewBlocker } from './application/view-blocker';
import { ViewContractor } from './application/view-contractor';
import { ViewProjectClearance } from './application/view-project-clearance';

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
  imports: [CapitalModule, OrganizationsModule, ProjectsModule, ReturnsModule],
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
