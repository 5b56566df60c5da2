import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { AboutApiModule } from './about/about-api.module';
import { AlertsApiModule } from './alerts/alerts-api.module';
import { AllocationsApiModule } from './allocations/allocations-api.module';
import { AuditTrailApiModule } from './audit-trail/audit-trail-api.module';
import { ContractAdvancesApiModule } from './contract-advances/contract-advances-api.module';
import { DigestApiModule } from './digest/digest-api.module';
import { DisbursementsApiModule } from './disbursements/disbursements-api.module';
import { FailedJobsApiModule } from './failed-jobs/failed-jobs-api.module';
import { GuaranteesApiModule } from './guarantees/guarantees-api.module';
import { HealthModule } from './health/health.module';
import { HttpModule } from './http/http.module';
import { LandClearanceApiModule } from './land-clearance/land-clearance-api.module';
import { MailsApiModule } from './mails/mails-api.module';
import { OrganizationsApiModule } from './organizations/organizations-api.module';
import { ProjectsApiModule } from './projects/projects-api.module';
import { ReadingApiModule } from './reading/reading-api.module';
import { ReportsApiModule } from './reports/reports-api.module';
import { ReturnsApiModule } from './returns/returns-api.module';
import { SessionApiModule } from './session/session-api.module';
import { SnapshotsApiModule } from './snapshots/snapshots-api.module';
import { SpendingPlansApiModule } from './spending-plans/spending-plans-api.module';
import { UsersApiModule } from './users/users-api.module';

/** The features that the API offers, one module each. */
const FEATURES: readonly Type[] = [
  HealthModule,
  AboutApiModule,
  SessionApiModule,
  OrganizationsApiModule,
  UsersApiModule,
  ProjectsApiModule,
  AllocationsApiModule,
  ReturnsApiModule,
  DisbursementsApiModule,
  LandClearanceApiModule,
  SnapshotsApiModule,
  ReportsApiModule,
  AlertsApiModule,
  GuaranteesApiModule,
  ContractAdvancesApiModule,
  SpendingPlansApiModule,
  DigestApiModule,
  MailsApiModule,
  AuditTrailApiModule,
  FailedJobsApiModule,
  ReadingApiModule,
];

/** The API process: the platform, what every request passes, and every feature. */
@Module({})
export class ApiModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(environment, clock), HttpModule, ...FEATURES] };
  }
}
