import { Module, type DynamicModule } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { CapitalModule } from '@thongvon/capital';
import { DigestModule } from '@thongvon/digest';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import { ReturnsModule } from '@thongvon/returns';
import { SnapshotsModule } from '@thongvon/snapshots';

/** What a worker process is made of: the contexts that have jobs or kinds of return. */
@Module({})
export class WorkerModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(environment, clock),
        ReturnsModule,
        CapitalModule,
        LandClearanceModule,
        SnapshotsModule,
        AlertsModule,
        DigestModule,
        ReportingDutiesModule,
      ],
    };
  }
}
