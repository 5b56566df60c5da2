type Rooms = Readonly<
  Record<string, { readonly tables: readonly string[]; readonly functions: readonly string[] }>
>;

/** The rooms as migration 200 made them. What it reads is never edited: later moves are listed below. */
export const FIRST_ROOMS: Rooms = {
  organizations: {
    tables: ['organization', 'user_account', 'session', 'password_link', 'sign_in_limit', 'reporting_duty'],
    functions: [],
  },
  projects: {
    tables: ['project', 'project_participant', 'project_former_holder', 'capital_source'],
    functions: ['keep_participant()'],
  },
  returns: {
    tables: [
      'return',
      'return_reading',
      'return_event',
      'return_effect',
      'stored_file',
      'office_profile',
      'reading_word_entry',
      'ledger_change',
    ],
    functions: ['forget_check()', 'note_ledger_change()', 'refuse_own_approval()'],
  },
  capital: {
    tables: [
      'allocation',
      'decision',
      'figure',
      'plan_position',
      'disbursement_position',
      'spending_plan',
      'paid_before',
      'past_course',
      'reconciliation_note',
    ],
    functions: [],
  },
  works_contracts: { tables: ['guarantee_entry', 'contract_advance_entry'], functions: [] },
  land_clearance: {
    tables: [
      'clearance_advance_entry',
      'clearance_figure',
      'clearance_position',
      'clearance_segment',
      'clearance_step_entry',
      'evidence_file',
      'holiday',
      'holiday_year',
      'closing_entry',
    ],
    functions: [],
  },
  blockers: {
    tables: [
      'blocker',
      'blocker_action',
      'blocker_mention',
      'blocker_merger',
      'blocker_position',
      'reported_remark',
      'remark_decision',
    ],
    functions: ['blocker_alias(timestamp with time zone)', 'remark_decision_follows()'],
  },
  reporting_duties: { tables: ['reminder', 'reminder_day'], functions: [] },
  snapshots: {
    tables: [
      'weekly_cut',
      'weekly_snapshot',
      'snapshot_blocker',
      'snapshot_line',
      'snapshot_organization',
      'snapshot_project',
      'snapshot_rollup',
    ],
    functions: ['after_last_cut()', 'refuse_own_revision()'],
  },
  alerts: { tables: ['alert', 'alert_event', 'alert_evaluation', 'alert_rule_setting'], functions: [] },
  digest: { tables: ['digest_edition', 'digest_recipient', 'digest_signing_key'], functions: [] },
  platform: {
    tables: ['mail', 'mail_attempt', 'work_intent', 'idempotent_reply'],
    functions: ['refuse_change()'],
  },
  audit: { tables: ['audit_entry'], functions: [] },
};

/** Tables that a later migration brought into another room than they first stood in. */
const MOVED: Readonly<Record<string, string>> = {
  // 206
  closing_entry: 'works_contracts',
  // 207
  reporting_duty: 'reporting_duties',
};

/** Tables that rooms got since: a migration that has run is never changed. */
const MADE: Readonly<Record<string, string>> = {
  // 201
  project_handover_basis: 'projects',
  project_handover_ended: 'projects',
  // 260
  derivation: 'capital',
  project_standing: 'capital',
  // 262
  office_course: 'capital',
  project_course: 'capital',
  // 263
  holder_change: 'projects',
  // 283
  grouping_change: 'projects',
  // 284
  standing_step: 'capital',
  standing_sum: 'capital',
  summed_office: 'capital',
  // 290
  group_mention: 'projects',
  project_group: 'projects',
  // 293
  first_plan: 'capital',
  standing_forecast: 'capital',
  // 307
  correction: 'returns',
  // 310
  return_file: 'returns',
  // 341
  unit_match: 'blockers',
  // 343
  escalation_entry: 'organizations',
  // 350
  conclusion: 'tasks',
  conclusion_number: 'tasks',
  task: 'tasks',
  task_event: 'tasks',
  task_position: 'tasks',
  // 377
  task_file: 'tasks',
  // 380
  proposal: 'reallocation',
  proposal_entry: 'reallocation',
  proposal_line: 'reallocation',
  proposal_declaration: 'reallocation',
};

/** Rooms that the house got since, each by the migration that made it. */
const MADE_ROOMS: Rooms = {
  // 350
  tasks: { tables: [], functions: [] },
  // 380
  reallocation: { tables: [], functions: [] },
};

/** The rooms of the house (docs/architecture.md): each is a schema, which holds the tables and functions that it owns. */
export const ROOMS: Rooms = Object.fromEntries(
  Object.entries({ ...FIRST_ROOMS, ...MADE_ROOMS }).map(([room, { tables, functions }]) => [
    room,
    {
      tables: [
        ...tables.filter((table) => (MOVED[table] ?? room) === room),
        ...Object.keys(MOVED).filter((table) => MOVED[table] === room),
        ...Object.keys(MADE).filter((table) => MADE[table] === room),
      ],
      functions,
    },
  ]),
);
