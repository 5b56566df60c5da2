import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { AboutApiModule } from './operations/about.controller';
import { AlertsApiModule } from './alerts/alerts.controller';
import { AuditTrailApiModule } from './operations/audit-trail.controller';
import { CapitalApiModule } from './capital/capital-api.module';
import { DigestApiModule } from './digest/digest.controller';
import { FailedJobsApiModule } from './operations/failed-jobs.controller';
import { HealthModule } from './operations/health.controller';
import { HttpModule } from './http/http.module';
import { LandClearanceApiModule } from './land-clearance/land-clearance-api.module';
import { MailsApiModule } from './operations/mails.controller';
import { OrganizationsApiModule } from './organizations/organizations.controller';
import { ProjectsApiModule } from './projects/projects.controller';
import { ReportingDutiesApiModule } from './organizations/reporting-duties.controller';
import { ReportsApiModule } from './documents/documents.controller';
import { ReturnsApiModule } from './returns/returns-api.module';
import { SessionApiModule } from './organizations/session.controller';
import { SnapshotsApiModule } from './snapshots/snapshots.controller';
import { UsersApiModule } from './organizations/users.controller';
import { WorksContractsApiModule } from './works-contracts/works-contracts-api.module';

/** The features that the API offers, one module each. */
const FEATURES: readonly Type[] = [
  HealthModule,
  AboutApiModule,
  SessionApiModule,
  OrganizationsApiModule,
  ReportingDutiesApiModule,
  UsersApiModule,
  ProjectsApiModule,
  CapitalApiModule,
  ReturnsApiModule,
  LandClearanceApiModule,
  SnapshotsApiModule,
  ReportsApiModule,
  AlertsApiModule,
  WorksContractsApiModule,
  DigestApiModule,
  MailsApiModule,
  AuditTrailApiModule,
  FailedJobsApiModule,
];

/** The API process: the platform, what every request passes, and every feature. */
@Module({})
export class ApiModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(environment, clock), HttpModule, ...FEATURES] };
  }
}
