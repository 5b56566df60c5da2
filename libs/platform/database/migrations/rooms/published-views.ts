import type { QueryRunner } from 'typeorm';

type Published = Readonly<Record<string, { readonly of: string; readonly columns: string }>>;

/** What rooms showed when migration 200 made them. What it reads is never edited: later moves are listed below. */
export const FIRST_PUBLISHED: Published = {
  'alerts.alert_ref': {
    of: 'alert',
    columns:
      'id, rule, subject_kind, subject_id, plan_year, organization_id, project_id, opened_on, closed_on',
  },
  'blockers.blocker_mention_ref': {
    of: 'blocker_mention',
    columns: 'id, blocker_id, return_id, type, as_of, text, responsible_unit, due, cells',
  },
  'blockers.blocker_position_ref': {
    of: 'blocker_position',
    columns:
      'blocker_id, project_id, segment_id, valid_from, valid_to, open, description, search_key, cause, suggested_causes, step, responsible_unit, responsible_unit_key, responsible_person, deciding_level, due, opened_on, opened_estimated, closed_on, closing_reason, evidence, reopened, unnamed_since, last_action_on, last_action, reminders, held_amount, held_reason, contractor, contractor_key',
  },
  'blockers.blocker_ref': { of: 'blocker', columns: 'id, project_id, segment_id, recorded_at' },
  'capital.allocation_ref': {
    of: 'allocation',
    columns:
      'id, return_id, decision_id, project_id, plan_year, plan_type, source_code, amount, effective_on, sheet, cell',
  },
  'capital.disbursement_position_ref': {
    of: 'disbursement_position',
    columns:
      'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id',
  },
  'capital.figure_ref': {
    of: 'figure',
    columns:
      'id, return_id, project_id, plan_year, plan_type, source_code, basis, as_of, disbursed, completed, advance, cells',
  },
  'capital.plan_position_ref': {
    of: 'plan_position',
    columns: 'project_id, plan_year, plan_type, source_code, valid_from, valid_to, amount, allocation_id',
  },
  'land_clearance.clearance_advance_ref': {
    of: 'clearance_advance_entry',
    columns: 'id, advance_id, project_id, type, amount, on_date, document, actor_id, recorded_at',
  },
  'land_clearance.clearance_figure_ref': {
    of: 'clearance_figure',
    columns:
      'id, return_id, project_id, segment_id, measure, as_of, value, sheet, cell, entered_by, reason, recorded_at',
  },
  'land_clearance.clearance_position_ref': {
    of: 'clearance_position',
    columns: 'project_id, segment_id, measure, valid_from, valid_to, value, figure_id',
  },
  'land_clearance.clearance_segment_ref': {
    of: 'clearance_segment',
    columns: 'id, project_id, name, name_key, commune, batch, organization_id, created_at',
  },
  'land_clearance.closing_ref': {
    of: 'closing_entry',
    columns: 'id, item_id, project_id, type, fields, actor_id, recorded_at',
  },
  'land_clearance.evidence_file_ref': {
    of: 'evidence_file',
    columns: 'id, project_id, name, file_sha256, uploaded_by, uploaded_at',
  },
  'organizations.organization_ref': {
    of: 'organization',
    columns:
      'id, name, name_key, kind, parent_id, commune, reports, effective_from, effective_to, successor_id',
  },
  'organizations.user_ref': {
    of: 'user_account',
    columns: 'id, email, name, role, organization_id, disabled_at, created_at, name_key',
  },
  'platform.mail_ref': {
    of: 'mail',
    columns:
      'id, key, kind, sender, recipient, subject, search_key, message_id, message, created_at, state, due_at, sent_at, attempts, unknown_outcomes, last_answer',
  },
  'platform.work_intent_ref': {
    of: 'work_intent',
    columns: 'id, job, subject, created_at, relays, relay_after, done_at',
  },
  'projects.participant_ref': {
    of: 'project_participant',
    columns:
      'id, project_id, organization_id, role, valid_from, valid_to, named_by, named_at, ended_by, ended_at',
  },
  'projects.project_ref': {
    of: 'project',
    columns:
      'id, code, name, name_key, kind, kind_confirmed, owner_id, owner_name, registered_by, commune, commune_confirmed, total_investment, contractors, created_at',
  },
  'projects.source_ref': { of: 'capital_source', columns: 'code, label' },
  'returns.return_effect_ref': { of: 'return_effect', columns: 'id, return_id, at, effective' },
  'returns.return_event_ref': {
    of: 'return_event',
    columns: 'id, return_id, type, status, at, actor_id, data',
  },
  'returns.return_reading_ref': {
    of: 'return_reading',
    columns: 'return_id, reading, findings, preview, summary, vocabulary_version, checked_by, checked_in',
  },
  'returns.return_ref': {
    of: 'return',
    columns:
      'id, organization_id, uploaded_by, file_sha256, file_name, requested_kind, requested_coverage, status, version, kinds, as_of, plan_year, coverage, answers, received_at, submitted_at, submitted_by, approved_at, approved_by, superseded_by, reason, mapping, reverted_by',
  },
  'returns.word_ref': {
    of: 'reading_word_entry',
    columns: 'version, kind, meaning, phrase, retires, reason, actor_id, recorded_at',
  },
  'snapshots.week_ref': {
    of: 'weekly_snapshot',
    columns: 'id, week, revision, frozen_at, computed_at, plan_years, previous_id',
  },
  'snapshots.weekly_cut_ref': {
    of: 'weekly_cut',
    columns: 'week, revision, known_through, reason, requested_by',
  },
  'works_contracts.contract_advance_ref': {
    of: 'contract_advance_entry',
    columns:
      'id, advance_id, project_id, type, contract, contract_key, contractor, contractor_key, contract_value, amount, recover_by, recovered, disbursed, on_date, reason, document, actor_id, recorded_at',
  },
  'works_contracts.guarantee_ref': {
    of: 'guarantee_entry',
    columns:
      'id, guarantee_id, project_id, type, contractor, contractor_key, amount, on_date, expires_on, document, actor_id, recorded_at',
  },
};

/** What rooms show since migration 203: of what people write by hand, of which projects it is. */
export const PUBLISHED_LATER: Published = {
  'capital.paid_before_ref': { of: 'paid_before', columns: 'project_id' },
  'capital.spending_plan_ref': { of: 'spending_plan', columns: 'project_id' },
  'land_clearance.clearance_step_ref': { of: 'clearance_step_entry', columns: 'project_id' },
};

/** What rooms show of tables that they got since, each by the migration that made it. */
const PUBLISHED_SINCE: Published = {
  // 290
  'projects.group_ref': { of: 'project_group', columns: 'project_id, plan_year, group_code' },
  // 338: the way of a number names what was declared for its cell.
  'returns.correction_ref': {
    of: 'correction',
    columns: 'id, return_id, sheet, cell, type, value, stood, reason, replaces, actor_id, recorded_at',
  },
  // 341: who must act on a blocker reads the clearance of its project; 371: of which blocker, for who gives a task about it.
  'blockers.responsible_office_ref': {
    of: 'blocker_position',
    columns: 'project_id, responsible_office_id, open, valid_from, valid_to, blocker_id',
  },
  // 343: pages say which rung an overdue blocker has reached.
  'organizations.escalation_ref': { of: 'escalation_entry', columns: 'id, organization_id, ladders' },
};

/** Views that a later migration brought into another room than they first stood in. */
const MOVED: Readonly<Record<string, string>> = {
  // 206
  'land_clearance.closing_ref': 'works_contracts.closing_ref',
};

/** Columns of views that show less than at first, since migrations 240 to 243 and 280: what no other room read is gone. */
const NARROWED: Readonly<Record<string, string>> = {
  'capital.allocation_ref': 'return_id, project_id, effective_on',
  'capital.disbursement_position_ref':
    'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, figure_id',
  'capital.figure_ref': 'id, return_id, project_id, basis, as_of',
  'projects.participant_ref': 'project_id, organization_id, role, valid_from, valid_to',
  'projects.project_ref':
    'id, code, name, name_key, kind, owner_id, owner_name, registered_by, commune, total_investment, contractors',
  'returns.return_reading_ref': 'return_id, preview',
  'snapshots.week_ref': 'id, week, revision',
  'snapshots.weekly_cut_ref': 'week',
  'works_contracts.closing_ref': 'item_id, project_id',
  'works_contracts.contract_advance_ref': 'advance_id, project_id',
  'works_contracts.guarantee_ref': 'guarantee_id, project_id',
};

/** Columns of views that show more again, each since a migration. */
const WIDENED: Readonly<Record<string, string>> = {
  // 320: a blank return begins with what the last figure was made of.
  'capital.disbursement_position_ref':
    'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id',
};

/** What a room shows of a table to other rooms: by name, the table and its columns. No secret, and no bytes of a file. */
export const PUBLISHED: Published = Object.fromEntries(
  Object.entries({ ...FIRST_PUBLISHED, ...PUBLISHED_LATER, ...PUBLISHED_SINCE }).map(
    ([first, { of, columns }]) => {
      const name = MOVED[first] ?? first;
      return [name, { of, columns: WIDENED[name] ?? NARROWED[name] ?? columns }];
    },
  ),
);

/** In a migration: lets `view` show these columns of the room's table `of`, and no others. Nothing may depend on the view. */
export async function republish(
  runner: QueryRunner,
  view: string,
  of: string,
  columns: string,
): Promise<void> {
  const room = view.split('.')[0] ?? '';
  await runner.query(`DROP VIEW ${view}`);
  await runner.query(`CREATE VIEW ${view} AS SELECT ${columns} FROM ${room}.${of}`);
  await runner.query(`COMMENT ON VIEW ${view} IS 'What other rooms may read of ${room}.${of}'`);
}
