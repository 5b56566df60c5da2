import { Module } from '@nestjs/common';
import { AllocationsModule } from '@thongvon/allocations';
import { AllocationsController } from './allocations.controller';
import { DecisionsController } from './decisions.controller';

@Module({ imports: [AllocationsModule], controllers: [AllocationsController, DecisionsController] })
export class AllocationsApiModule {}
