import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { GuaranteesModule } from '@thongvon/guarantees';
import { GuaranteeViews } from './guarantee-views';
import { GuaranteesController } from './guarantees.controller';

@Module({
  imports: [AlertsModule, GuaranteesModule],
  controllers: [GuaranteesController],
  providers: [GuaranteeViews],
})
export class GuaranteesApiModule {}
