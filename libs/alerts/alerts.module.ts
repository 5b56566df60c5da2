import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { SnapshotsModule } from '@thongvon/snapshots';
import { ActOnAlert } from './application/act-on-alert';
import { AlertRules } from './application/alert-rules';
import { Backtest } from './application/backtest';
import { EvaluateWeek } from './application/evaluate-week';
import { GroupAlerts } from './application/group-alerts';
import { ListAlerts } from './application/list-alerts';
import { LoadFacts } from './application/load-facts';
import { StandingAlerts } from './application/standing-alerts';
import { PreviewRule } from './application/preview-rule';
import { RuleChanges } from './application/rule-changes';
import { RuleThresholds } from './application/rule-thresholds';
import { ViewAlert } from './application/view-alert';
import { AlertJobs } from './jobs/alert-jobs';

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
  imports: [OrganizationsModule, SnapshotsModule],
  providers: [...USE_CASES, AlertJobs, LoadFacts, RuleChanges],
  exports: USE_CASES,
})
export class AlertsModule {}
