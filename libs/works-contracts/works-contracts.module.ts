import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProjectsModule } from '@thongvon/projects';
import { Guarantees } from './application/guarantees';
import { ContractAdvances } from './application/contract-advances';
import { ClosingItems } from './application/closing-items';
import { ClosingEntry, ContractAdvanceEntry, GuaranteeEntry } from './persistence/entities/entries';

const ENTITIES = [ClosingEntry, ContractAdvanceEntry, GuaranteeEntry];

/**
 * Contracts: their advances and how these are recovered, the guarantees of advances, and what completed projects still owe. Needs the
 * PlatformModule.
 */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), ProjectsModule],
  providers: [ClosingItems, Guarantees, ContractAdvances],
  exports: [ClosingItems, Guarantees, ContractAdvances],
})
export class WorksContractsModule {}
