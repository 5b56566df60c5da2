import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { ContractAdvancesController } from './contract-advances.controller';
import { GuaranteesController, GuaranteeViews } from './guarantees.controller';

@Module({
  imports: [AlertsModule, WorksContractsModule],
  controllers: [GuaranteesController, ContractAdvancesController],
  providers: [GuaranteeViews],
})
export class WorksContractsApiModule {}
