import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table or column, what its comment is from now on, and what it was: it named a file that moved, or used a retired word. */
const COMMENTS = [
  [
    'TABLE alerts.alert_rule_setting',
    'What administrators set on rules, for a scope, from a day on; null fields are not set; append-only',
    'What administrators set on rules, for a scope, from a day on; null fields are not said; append-only',
  ],
  [
    'COLUMN alerts.alert_event.on_date',
    "Date of the week's cut-off, or the day of the action",
    "Date of the week's cut-off, or the day of the deed",
  ],
  [
    'COLUMN blockers.blocker_action.proof',
    'What the words in evidence point to: document, cell of a return, evidence_file',
    'What the words in evidence point to: document, cell of a return, evidence_file (libs/land-clearance/domain/proof.ts)',
  ],
  [
    'COLUMN blockers.remark_decision.remark_key',
    'The words of the remark without case, marks and leading zeros: the same words are the same remark',
    'The words of the remark, as libs/land-clearance/domain/remark-decisions.ts makes it',
  ],
  [
    'COLUMN land_clearance.clearance_figure.measure',
    'What is counted, and so its unit: households, m², m, graves, lots or whole đồng',
    'What is counted; its unit (households, m², m, graves, lots, whole đồng) is in libs/api-contract/land-clearance/measures.ts',
  ],
  [
    'COLUMN land_clearance.clearance_step_entry.fields',
    'Fields set; null takes back',
    'Fields set (libs/land-clearance/domain/law/step-state.ts); null takes back',
  ],
  [
    'COLUMN snapshots.snapshot_project.clearance',
    'Clearance measures in force, as decimal texts, each in its unit',
    'Clearance measures in force, as decimal texts; units in libs/api-contract/land-clearance/measures.ts',
  ],
  [
    'COLUMN works_contracts.contract_advance_entry.on_date',
    'The day of the action, or of the figures: what a later day knows',
    'The day of the deed, or of the figures: what a later day knows',
  ],
  [
    'COLUMN works_contracts.guarantee_entry.on_date',
    'The day of the action: what a later day knows',
    'The day of the deed: what a later day knows',
  ],
] as const;

/** Comments say what holds, and a check is named for what it asks. No row is touched. */
export class CommentsThatHold1700000000230 implements MigrationInterface {
  readonly name = 'CommentsThatHold1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    for (const [what, now] of COMMENTS) await comment(runner, what, now);
    await runner.query(
      'ALTER TABLE alerts.alert_event RENAME CONSTRAINT alert_event_told TO alert_event_has_text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE alerts.alert_event RENAME CONSTRAINT alert_event_has_text TO alert_event_told',
    );
    for (const [what, , before] of COMMENTS) await comment(runner, what, before);
  }
}

async function comment(runner: QueryRunner, what: string, text: string): Promise<void> {
  await runner.query(`COMMENT ON ${what} IS '${text.replaceAll("'", "''")}'`);
}
