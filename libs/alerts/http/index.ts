import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module';
import { AlertRulesController, AlertsController, ManyAlertsController } from './alerts.controller';

/** The API of alerts and their rules. */
@Module({
  imports: [AlertsModule],
  controllers: [AlertsController, ManyAlertsController, AlertRulesController],
})
export class AlertsHttpModule {}
