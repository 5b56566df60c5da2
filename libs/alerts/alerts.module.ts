import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { SnapshotsModule } from '@thongvon/snapshots';
import { GuaranteeWarnings } from '@thongvon/works-contracts';
import { ActOnAlert, ViewAlert } from './application/one-alert';
import { AlertRules, GuaranteeRuleDays, RuleChanges, RuleThresholds } from './application/alert-rules';
import { Backtest, EvaluateWeek, PreviewRule } from './application/evaluate-week';
import { GroupAlerts, ListAlerts, StandingAlerts } from './application/list-alerts';
import { LoadFacts } from './application/load-facts';
import { AskForAlerts, EvaluateAlertsJob } from './jobs/alert-jobs';
import { Alert, AlertEvaluation, AlertEvent, AlertRuleSetting } from './persistence/entities/alert';

const ENTITIES = [Alert, AlertEvaluation, AlertEvent, AlertRuleSetting];

const USE_CASES = [
  ActOnAlert,
  AlertRules,
  Backtest,
  EvaluateWeek,
  GroupAlerts,
  ListAlerts,
  PreviewRule,
  RuleThresholds,
  StandingAlerts,
  ViewAlert,
];

/** Alerts: rules looked at with each frozen week, and what becomes of what they find. Needs the PlatformModule. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrganizationsModule, SnapshotsModule],
  providers: [
    ...USE_CASES,
    AskForAlerts,
    EvaluateAlertsJob,
    LoadFacts,
    RuleChanges,
    { provide: GuaranteeWarnings, useClass: GuaranteeRuleDays },
  ],
  exports: [...USE_CASES, GuaranteeWarnings],
})
export class AlertsModule {}
