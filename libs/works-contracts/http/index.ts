import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { WorksContractsModule } from '../works-contracts.module';
import { ContractAdvancesController } from './contract-advances.controller';
import { GuaranteesController, GuaranteeViews } from './guarantees.controller';

/** The API of advances and guarantees. */
@Module({
  controllers: [GuaranteesController, ContractAdvancesController],
  providers: [GuaranteeViews],
})
export class WorksContractsHttpModule {
  /** `warnings`: the module that exports `GuaranteeWarnings`. */
  static with(warnings: Type): DynamicModule {
    return { module: WorksContractsHttpModule, imports: [WorksContractsModule, warnings] };
  }
}
