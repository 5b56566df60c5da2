import { Module, type DynamicModule } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import { ReturnsModule } from '@thongvon/returns';

/** What loading the demo needs. */
@Module({})
export class DemoModule {
  static with(environment: Environment, clock: SystemClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        PlatformModule.with(environment, clock),
        OrganizationsModule,
        ReturnsModule,
        CapitalModule,
        LandClearanceModule,
        WorksContractsModule,
      ],
    };
  }
}
