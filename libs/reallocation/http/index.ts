import { Module } from '@nestjs/common';
import { ReallocationModule } from '../reallocation.module';
import { ProposalsController } from './proposals.controller';
import { ReallocationController } from './reallocation.controller';

/** The API of the reallocation desk. */
@Module({
  imports: [ReallocationModule],
  controllers: [ReallocationController, ProposalsController],
})
export class ReallocationHttpModule {}
