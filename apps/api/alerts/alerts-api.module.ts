import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { AlertRulesController } from './alert-rules.controller';
import { AlertsController } from './alerts.controller';
import { ManyAlertsController } from './many-alerts.controller';

@Module({
  imports: [AlertsModule],
  controllers: [AlertsController, ManyAlertsController, AlertRulesController],
})
export class AlertsApiModule {}
