import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person said of an alert can be taken back, with a reason. */
export class AlertDeedsWithdrawn1700000000096 implements MigrationInterface {
  readonly name = 'AlertDeedsWithdrawn1700000000096';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${check('alert_event_type_check', `type IN ('opened', 'changed', 'closed', 'acknowledged', 'snoozed', 'withdrawn')`)}
      ${check('alert_event_of_person', `(type IN ('acknowledged', 'snoozed', 'withdrawn')) = (actor_id IS NOT NULL AND reason IS NOT NULL)`)}
      COMMENT ON TABLE alert_event IS 'History of alerts: by the rule in a frozen week (opened, changed, closed), by a person (acknowledged, snoozed, withdrawn); append-only';
    `);
  }

  /** What was written stays: old rows are not asked. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${check('alert_event_type_check', `type IN ('opened', 'changed', 'closed', 'acknowledged', 'snoozed')`, 'NOT VALID')}
      ${check('alert_event_of_person', `(type IN ('acknowledged', 'snoozed')) = (actor_id IS NOT NULL AND reason IS NOT NULL)`, 'NOT VALID')}
      COMMENT ON TABLE alert_event IS 'History of alerts: by the rule in a frozen week (opened, changed, closed), by a person (acknowledged, snoozed); append-only';
    `);
  }
}

function check(name: string, condition: string, validity = ''): string {
  return `ALTER TABLE alert_event DROP CONSTRAINT ${name};
      ALTER TABLE alert_event ADD CONSTRAINT ${name} CHECK (${condition}) ${validity};`;
}
