import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { Guarantees } from './application/guarantees/guarantees';
import { ContractAdvances } from './application/advances/contract-advances';

/** Contracts: their advances and how these are recovered, and the guarantees of advances. Needs the PlatformModule. */
@Module({
  imports: [ProjectsModule],
  providers: [Guarantees, ContractAdvances],
  exports: [Guarantees, ContractAdvances],
})
export class WorksContractsModule {}
