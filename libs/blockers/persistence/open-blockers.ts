import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { GroupedBlocker } from '../domain/capital-held';
import { type BlockerSource, REMAINING } from './blockers-sql';

/** With the date of the newest figure of its project. */
export interface DatedBlocker extends GroupedBlocker {
  readonly figureAsOf: PlainDate | null;
}

/** Blockers of a source with capital, earliest due first, as sums need them. */
export async function openRows(
  manager: EntityManager,
  { from, where }: BlockerSource,
): Promise<DatedBlocker[]> {
  const rows = await manager.query<
    (Omit<DatedBlocker, 'setAmount' | 'remaining'> & {
      setAmount: string | null;
      remaining: string | null;
    })[]
  >(
    `SELECT b.project_id AS "projectId", b.due, b.cause, b.suggested_causes[1] AS "suggestedCause",
       b.responsible_unit AS "responsibleUnit",
       b.responsible_unit_key AS "responsibleUnitKey", b.deciding_level AS "decidingLevel", b.contractor,
       b.contractor_key AS "contractorKey", b.held_amount AS "setAmount",
       ${REMAINING} AS remaining, c.figure_as_of AS "figureAsOf"
     FROM ${from} WHERE ${where.sql} ORDER BY b.due, b.blocker_id`,
    [...where.parameters],
  );
  return rows.map((row) => ({ ...row, setAmount: amount(row.setAmount), remaining: amount(row.remaining) }));
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
