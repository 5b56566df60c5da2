import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProjectsModule } from '@thongvon/projects';
import { Guarantees } from './application/guarantees/guarantees';
import { ContractAdvances } from './application/advances/contract-advances';
import { ClosingItems } from './application/closing/closing-items';
import { ClosingEntry } from './persistence/entities/closing-entry';
import { ContractAdvanceEntry } from './persistence/entities/contract-advance-entry';
import { GuaranteeEntry } from './persistence/entities/guarantee-entry';

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
