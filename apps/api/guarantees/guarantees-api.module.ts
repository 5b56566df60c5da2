import { Module } from '@nestjs/common';
import { GuaranteesModule } from '@thongvon/guarantees';
import { GuaranteesController } from './guarantees.controller';

@Module({ imports: [GuaranteesModule], controllers: [GuaranteesController] })
export class GuaranteesApiModule {}
