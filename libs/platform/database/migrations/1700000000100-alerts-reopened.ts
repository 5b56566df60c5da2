import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alert that gets graver than somebody took note of is open again, and says why. */
export class AlertsReopened1700000000100 implements MigrationInterface {
  readonly name = 'AlertsReopened1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${check('alert_event_type_check', `type IN ('opened', 'changed', 'reopened', 'closed', 'acknowledged', 'snoozed', 'withdrawn')`)}
      ${check('alert_event_of_rule', `(type IN ('opened', 'changed', 'reopened', 'closed')) = (snapshot_id IS NOT NULL)`)}
      ${check('alert_event_told', `(type IN ('opened', 'changed', 'reopened')) = (text IS NOT NULL)`)}
      COMMENT ON TABLE alert_event IS 'History of alerts: by the rule in a frozen week (opened, changed, reopened, closed), by a person (acknowledged, snoozed, withdrawn); append-only';
    `);
  }

  /** What was written stays: old rows are not asked. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${check('alert_event_type_check', `type IN ('opened', 'changed', 'closed', 'acknowledged', 'snoozed', 'withdrawn')`, 'NOT VALID')}
      ${check('alert_event_of_rule', `(type IN ('opened', 'changed', 'closed')) = (snapshot_id IS NOT NULL)`, 'NOT VALID')}
      ${check('alert_event_told', `(type IN ('opened', 'changed')) = (text IS NOT NULL)`, 'NOT VALID')}
      COMMENT ON TABLE alert_event IS 'History of alerts: by the rule in a frozen week (opened, changed, closed), by a person (acknowledged, snoozed, withdrawn); append-only';
    `);
  }
}

function check(name: string, condition: string, validity = ''): string {
  return `ALTER TABLE alert_event DROP CONSTRAINT ${name};
      ALTER TABLE alert_event ADD CONSTRAINT ${name} CHECK (${condition}) ${validity};`;
}
