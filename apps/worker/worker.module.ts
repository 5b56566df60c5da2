import { Module, type DynamicModule } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { AllocationsModule } from '@thongvon/allocations';
import { DigestModule } from '@thongvon/digest';
import { DisbursementsModule } from '@thongvon/disbursements';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { RemindersModule } from '@thongvon/reminders';
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
        AllocationsModule,
        DisbursementsModule,
        LandClearanceModule,
        SnapshotsModule,
        AlertsModule,
        DigestModule,
        RemindersModule,
      ],
    };
  }
}
