import type { EntityManager } from 'typeorm';
import { BUSINESS_ZONE, type PlainDate } from '@thongvon/kernel';
import type { EarlierFile } from '../domain/carried-answers';
import type { Return } from './entities/return';

/** The days of a week, and what stands in it. */
export interface AskedWeek {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Files of the same office for the same week that were received before this one and answered, the first received first: by their
 * date where both have one, else by their receipt.
 */
export function earlierFiles(
  manager: EntityManager,
  { id, organizationId, receivedAt }: Return,
  kinds: readonly string[],
  { from, to }: AskedWeek,
): Promise<EarlierFile[]> {
  return manager.query<EarlierFile[]>(
    `SELECT id, answers FROM returns.return
     WHERE organization_id = $1 AND id <> $2 AND received_at <= $3 AND received_at > $3::timestamptz - interval '60 days'
       AND jsonb_array_length(answers) > 0 AND (kinds && $4::text[] OR cardinality(kinds) = 0)
       AND coalesce(as_of, (received_at AT TIME ZONE '${BUSINESS_ZONE}')::date) BETWEEN $5 AND $6
     ORDER BY received_at, id`,
    [organizationId, id, receivedAt, kinds, from, to],
  );
}
