import type { GuaranteeState, ProjectRefView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

export interface GuaranteeRow {
  id: string;
  project: ProjectRefView;
  organizationId: string;
  contractor: string;
  amount: string;
  expiresOn: PlainDate;
  state: GuaranteeState;
  daysLeft: number;
  document: string | null;
}

/** SQL for the state on the day, over `guaranteesOn`. */
export const STATE = `(CASE WHEN last.released THEN 'released' WHEN last.expires_on < q.as_of THEN 'expired' ELSE 'running' END)`;

export const GUARANTEE_COLUMNS = `g.guarantee_id AS id, json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project,
  coalesce(p.owner_id, p.registered_by) AS "organizationId", g.contractor, g.amount, last.expires_on AS "expiresOn",
  ${STATE} AS state, last.expires_on - q.as_of AS "daysLeft", last.document`;

/** SQL: guarantees `g` given by the day, of projects `p`, as they stand (`last`) on it (`q.as_of`). */
export function guaranteesOn(day: string): string {
  return `(SELECT ${day} AS as_of) q CROSS JOIN works_contracts.guarantee_entry g JOIN projects.project_ref p ON p.id = g.project_id
    CROSS JOIN LATERAL (
      SELECT bool_or(e.type = 'released') AS released, max(e.expires_on) AS expires_on,
        (array_agg(e.document ORDER BY e.id DESC) FILTER (WHERE e.document IS NOT NULL))[1] AS document
      FROM works_contracts.guarantee_entry e WHERE e.guarantee_id = g.guarantee_id AND e.on_date <= q.as_of
    ) last`;
}

/** What picks the guarantees themselves among the entries. */
export const GIVEN = `g.type = 'given' AND g.on_date <= q.as_of`;
