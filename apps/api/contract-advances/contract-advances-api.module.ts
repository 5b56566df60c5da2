import { Module } from '@nestjs/common';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { ContractAdvancesController } from './contract-advances.controller';

@Module({ imports: [WorksContractsModule], controllers: [ContractAdvancesController] })
export class ContractAdvancesApiModule {}
