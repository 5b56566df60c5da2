import { Module } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { AllocationsController } from './allocations.controller';
import { DecisionsController } from './decisions.controller';

@Module({ imports: [CapitalModule], controllers: [AllocationsController, DecisionsController] })
export class AllocationsApiModule {}
