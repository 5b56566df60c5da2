import { Module } from '@nestjs/common';
import { EntitiesModule } from '@thongvon/platform';
import { ProjectsModule } from '@thongvon/projects';
import { Guarantees } from './application/guarantees/guarantees';
import { ContractAdvances } from './application/advances/contract-advances';
import { ClosingEntry } from './persistence/entities/closing-entry';
import { ContractAdvanceEntry } from './persistence/entities/contract-advance-entry';
import { GuaranteeEntry } from './persistence/entities/guarantee-entry';

const ENTITIES = [ClosingEntry, ContractAdvanceEntry, GuaranteeEntry];

/** Contracts: their advances and how these are recovered, and the guarantees of advances. Needs the PlatformModule. */
@Module({
  imports: [EntitiesModule.forFeature(ENTITIES), ProjectsModule],
  providers: [Guarantees, ContractAdvances],
  exports: [Guarantees, ContractAdvances],
})
export class WorksContractsModule {}
