import { Module } from '@nestjs/common';
import { ProjectsModule } from '@thongvon/projects';
import { ContractAdvances } from './application/contract-advances';

/** Advances of contracts and their recovery. Needs the PlatformModule. */
@Module({ imports: [ProjectsModule], providers: [ContractAdvances], exports: [ContractAdvances] })
export class ContractAdvancesModule {}
