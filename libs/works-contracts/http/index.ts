import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { WorksContractsModule } from '../works-contracts.module';
import {
  ClosingItemsController,
  ContractAdvancesController,
  GuaranteesController,
  GuaranteeViews,
} from './contracts.controller';

export { toClosingView } from './contracts.controller';

/** The API of advances, guarantees, and of what completed projects still owe. */
@Module({
  controllers: [GuaranteesController, ContractAdvancesController, ClosingItemsController],
  providers: [GuaranteeViews],
})
export class WorksContractsHttpModule {
  /** `warnings`: the module that exports `GuaranteeWarnings`. */
  static with(warnings: Type): DynamicModule {
    return { module: WorksContractsHttpModule, imports: [WorksContractsModule, warnings] };
  }
}
