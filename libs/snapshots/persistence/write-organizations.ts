import type { EntityManager } from 'typeorm';
import { DUTY_KINDS, type DutyKind } from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';
import { reportOfWeek, sentReturns } from '@thongvon/reporting-duties';
import type { FrozenWeekRef } from '../domain/frozen-week';

interface Office {
  readonly id: string;
  readonly name: string;
  readonly lastAsOf: string | null;
}

/** Writes who owed a return, or sent figures, and what had come of it by the cut. After the lines. */
export async function writeOrganizations(
  manager: EntityManager,
  frozen: FrozenWeekRef,
  owed: ReadonlyMap<string, readonly DutyKind[]>,
): Promise<void> {
  const { id } = frozen;
  const sent = groupBy(await sentReturns(manager, frozen), ({ organizationId }) => organizationId);
  const offices = await officesOf(manager, frozen.id, [...sent.keys(), ...owed.keys()]);
  const rows = offices.flatMap((office) =>
    DUTY_KINDS.flatMap((kind) => {
      const report = reportOfWeek(sent.get(office.id) ?? [], kind, frozen);
      const owes = owed.get(office.id)?.includes(kind) ?? false;
      // Figures that came without a duty are worth knowing of; other kinds are looked at where they are owed.
      return owes || (kind === 'disbursement' && report.state !== 'silent')
        ? [{ ...office, kind, owes, ...report }]
        : [];
    }),
  );
  await manager.query(
    `INSERT INTO snapshots.snapshot_organization (snapshot_id, organization_id, kind, name, owes, state, late, return_id, received_at, last_as_of)
     SELECT $1, id, kind, name, owes, state, late, "returnId", "receivedAt", "lastAsOf"
     FROM jsonb_to_recordset($2) AS t (id uuid, kind text, name text, owes boolean, state text, late boolean, "returnId" uuid,
       "receivedAt" timestamptz, "lastAsOf" date)`,
    [id, JSON.stringify(rows)],
  );
}

async function officesOf(
  manager: EntityManager,
  snapshotId: string,
  officeIds: readonly string[],
): Promise<Office[]> {
  return manager.query(
    `SELECT o.id, o.name, newest.as_of AS "lastAsOf"
     FROM organizations.organization_ref o
       LEFT JOIN (
         SELECT r.organization_id, max(f.as_of) AS as_of
         FROM snapshots.snapshot_line l JOIN capital.figure_ref f ON f.id = l.figure_id JOIN returns.return_ref r ON r.id = f.return_id
         WHERE l.snapshot_id = $1 GROUP BY r.organization_id
       ) newest ON newest.organization_id = o.id
     WHERE o.id = ANY($2)`,
    [snapshotId, officeIds],
  );
}
