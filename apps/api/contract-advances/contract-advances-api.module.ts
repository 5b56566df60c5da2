import { Module } from '@nestjs/common';
import { ContractAdvancesModule } from '@thongvon/contract-advances';
import { ContractAdvancesController } from './contract-advances.controller';

@Module({ imports: [ContractAdvancesModule], controllers: [ContractAdvancesController] })
export class ContractAdvancesApiModule {}
