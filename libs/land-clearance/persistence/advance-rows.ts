import type { AdvanceView, ProjectRefView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { advanceClock } from '../domain/law/money-clock';
import { PROJECT_REF } from '@thongvon/projects';

export interface AdvanceRow {
  id: string;
  project: ProjectRefView;
  amount: string;
  advancedOn: PlainDate;
  document: string | null;
  settled: string;
  returned: string;
}

export const ADVANCE_COLUMNS = `a.advance_id AS id, ${PROJECT_REF} AS project,
  a.amount, a.on_date AS "advancedOn", a.document, moved.settled, moved.returned`;

/** SQL: advances `a` of projects `p`, with what had been settled and returned by the day. */
export function advancesOn(day: string): string {
  return `land_clearance.clearance_advance_entry a JOIN projects.project_ref p ON p.id = a.project_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(m.amount) FILTER (WHERE m.type = 'settled'), 0) AS settled,
        coalesce(sum(m.amount) FILTER (WHERE m.type = 'returned'), 0) AS returned
      FROM land_clearance.clearance_advance_entry m WHERE m.advance_id = a.advance_id AND m.type <> 'advanced' AND m.on_date <= ${day}
    ) moved`;
}

/** An advance as the API shows it, with its clock on the day. */
export function toAdvanceView(row: AdvanceRow, asOf: PlainDate): AdvanceView {
  const { amount, settled, returned, advancedOn } = row;
  const { outstanding, ...clock } = advanceClock(
    { amount: BigInt(amount), settled: BigInt(settled), returned: BigInt(returned), advancedOn },
    asOf,
  );
  return { ...row, ...clock, outstanding: outstanding.toString() };
}
