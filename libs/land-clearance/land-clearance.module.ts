import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CapitalModule } from '@thongvon/capital';
import { OrganizationsModule } from '@thongvon/organizations';
import { ProjectsModule } from '@thongvon/projects';
import { ReturnsModule } from '@thongvon/returns';
import { Advances, ViewClearanceMoney } from './application/clearance-money';
import {
  ClearanceAsKnown,
  ClearanceRules,
  CommitProgress,
  RebuildProgress,
} from './application/clearance-rules';
import { Holidays, ProposeHolidays } from './application/holidays';
import { ProjectSteps, RecordStep } from './application/project-steps';
import { Proofs } from './application/proofs';
import { CheckProgress } from './application/check-progress';
import { EnterProgress } from './application/enter-progress';
import { FindProject, Segments } from './application/segments';
import { SummarizeClearance, ViewProjectProgress } from './application/view-clearance';
import {
  ClearanceAdvanceEntry,
  ClearanceStepEntry,
  EvidenceFile,
  Holiday,
  HolidayYear,
} from './persistence/entities/law-clock';
import {
  ClearanceFigure,
  ClearancePosition,
  ClearanceSegment,
} from './persistence/entities/clearance-progress';

const ENTITIES = [
  ClearanceAdvanceEntry,
  ClearanceFigure,
  ClearancePosition,
  ClearanceSegment,
  ClearanceStepEntry,
  EvidenceFile,
  Holiday,
  HolidayYear,
];

const USE_CASES = [
  ViewClearanceMoney,
  RecordStep,
  ProjectSteps,
  FindProject,
  Proofs,
  Holidays,
  ProposeHolidays,
  ClearanceAsKnown,
  Advances,
  EnterProgress,
  RebuildProgress,
  ViewProjectProgress,
  Segments,
  SummarizeClearance,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    CapitalModule,
    OrganizationsModule,
    ProjectsModule,
    ReturnsModule,
  ],
  providers: [...USE_CASES, CheckProgress, ClearanceRules, CommitProgress],
  exports: USE_CASES,
})
export class LandClearanceModule {}
