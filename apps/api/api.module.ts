import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { AlertsHttpModule } from '@thongvon/alerts/http';
import { AuditHttpModule } from '@thongvon/audit/http';
import { CapitalHttpModule } from '@thongvon/capital/http';
import { DigestHttpModule } from '@thongvon/digest/http';
import { DocumentsHttpModule } from '@thongvon/documents/http';
import { BlockersHttpModule } from '@thongvon/blockers/http';
import { LandClearanceHttpModule } from '@thongvon/land-clearance/http';
import { OperationsHttpModule } from '@thongvon/operations/http';
import { OrganizationsHttpModule, SessionsModule } from '@thongvon/organizations/http';
import { OverviewHttpModule } from '@thongvon/overview/http';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { HealthModule, HttpModule } from '@thongvon/platform/http';
import { ProjectsHttpModule } from '@thongvon/projects/http';
import { ReallocationHttpModule } from '@thongvon/reallocation/http';
import { ReportingDutiesHttpModule } from '@thongvon/reporting-duties/http';
import { ReturnsHttpModule } from '@thongvon/returns/http';
import { SnapshotsHttpModule } from '@thongvon/snapshots/http';
import { TasksHttpModule } from '@thongvon/tasks/http';
import { WorksContractsHttpModule } from '@thongvon/works-contracts/http';

/** What each context offers by HTTP. */
const CONTEXTS: readonly (Type | DynamicModule)[] = [
  AlertsHttpModule,
  AuditHttpModule,
  CapitalHttpModule,
  DigestHttpModule,
  DocumentsHttpModule,
  BlockersHttpModule,
  LandClearanceHttpModule,
  OperationsHttpModule,
  OrganizationsHttpModule,
  OverviewHttpModule,
  ProjectsHttpModule,
  ReallocationHttpModule,
  ReportingDutiesHttpModule,
  ReturnsHttpModule,
  SnapshotsHttpModule,
  TasksHttpModule,
  WorksContractsHttpModule.with(AlertsModule),
];

/** The API process: the platform, what every request passes, and every context. */
@Module({})
export class ApiModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    const platform = [PlatformModule.with(environment, clock), HttpModule.with(SessionsModule), HealthModule];
    return { module: ApiModule, imports: [...platform, ...CONTEXTS] };
  }
}
