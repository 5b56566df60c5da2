/** What returns say of projects, and of which day it is: rows (project_id, return_id, day, is_clearance). */
export const ENTRIES = `
  SELECT project_id, return_id, as_of AS day, false AS is_clearance FROM capital.figure_ref
  UNION ALL SELECT project_id, return_id, effective_on, false FROM capital.allocation_ref
  UNION ALL SELECT project_id, return_id, as_of, true FROM land_clearance.clearance_figure_ref WHERE return_id IS NOT NULL
  UNION ALL SELECT b.project_id, m.return_id, m.as_of, true
    FROM blockers.blocker_mention_ref m JOIN blockers.blocker_ref b ON b.id = m.blocker_id`;

/** Where people write of a project by hand, besides the register itself; each with the project's id. */
const BY_HAND = [
  'SELECT project_id FROM land_clearance.clearance_figure_ref WHERE return_id IS NULL',
  'SELECT project_id FROM land_clearance.clearance_step_ref',
  'SELECT project_id FROM land_clearance.clearance_advance_ref',
  'SELECT project_id FROM works_contracts.closing_ref',
  'SELECT project_id FROM land_clearance.evidence_file_ref',
  'SELECT project_id FROM blockers.blocker_position_ref',
  'SELECT project_id FROM works_contracts.guarantee_ref',
  'SELECT project_id FROM works_contracts.contract_advance_ref',
  'SELECT project_id FROM capital.spending_plan_ref',
  'SELECT project_id FROM capital.paid_before_ref',
  'SELECT project_id FROM projects.project_participant',
  'SELECT project_id FROM projects.handover_in_force',
];

/**
 * SQL: whether nothing speaks of a project any more: the return that registered it doesn't count, no other that counts has
 * an entry of it, and no person wrote anything of it (docs/adr/0151). Such a project stays with its history, isn't listed, and
 * nobody's row means it; whoever reports it anew registers it. `project` is the alias of a table with projects by id.
 */
export function outOfForce(project = 'p'): string {
  return `EXISTS (
    SELECT FROM projects.project own JOIN returns.return_ref registering
      ON registering.id = own.registered_in AND registering.status <> 'approved'
    WHERE own.id = ${project}.id AND own.edited_at IS NULL
      AND NOT EXISTS (
        SELECT FROM (${ENTRIES}) entry JOIN returns.return_ref counting
          ON counting.id = entry.return_id AND counting.status = 'approved'
        WHERE entry.project_id = own.id)
      AND NOT EXISTS (SELECT FROM (${BY_HAND.join(' UNION ALL ')}) written WHERE written.project_id = own.id)
  )`;
}
