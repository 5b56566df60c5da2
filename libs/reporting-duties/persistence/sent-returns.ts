import type { EntityManager } from 'typeorm';
import { addDays, DEFAULT_CALENDAR, instantAt } from '@thongvon/kernel';
import type { ReportedWeek, SentReturn } from '../domain/report-state';

/** What was received from the cut-off of the week before up to an instant, as it stood then; in no order. */
export async function sentReturns(
  manager: EntityManager,
  { week, frozenAt }: ReportedWeek,
): Promise<(SentReturn & { readonly organizationId: string })[]> {
  const since = instantAt(addDays(week, -7), DEFAULT_CALENDAR.cutOff.time);
  return manager.query(
    `SELECT r.id, r.organization_id AS "organizationId", r.received_at AS "receivedAt", r.as_of AS "asOf", r.kinds,
       coalesce(effect.effective, false) AS effective,
       last.status = 'submitted' AS submitted,
       last.status = 'sent-back' AS "sentBack"
     FROM returns.return_ref r
       CROSS JOIN LATERAL (
         SELECT status FROM returns.return_event_ref e WHERE e.return_id = r.id AND e.at <= $2 ORDER BY e.id DESC LIMIT 1
       ) last
       LEFT JOIN LATERAL (
         SELECT effective FROM returns.return_effect_ref e WHERE e.return_id = r.id AND e.at <= $2 ORDER BY e.id DESC LIMIT 1
       ) effect ON true
     WHERE r.received_at > $1 AND r.received_at <= $2`,
    [since, frozenAt],
  );
}
