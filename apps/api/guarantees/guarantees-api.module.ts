import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { WorksContractsModule } from '@thongvon/works-contracts';
import { GuaranteeViews } from './guarantee-views';
import { GuaranteesController } from './guarantees.controller';

@Module({
  imports: [AlertsModule, WorksContractsModule],
  controllers: [GuaranteesController],
  providers: [GuaranteeViews],
})
export class GuaranteesApiModule {}
