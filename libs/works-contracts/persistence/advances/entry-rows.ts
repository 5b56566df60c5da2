import type { EntityManager } from 'typeorm';
import type { Dong, PlainDate } from '@thongvon/kernel';

/** A line of the history of a contract's advance; what a type doesn't say is left out. */
export interface NewEntry {
  readonly id: string;
  readonly projectId: string;
  readonly type: 'paid' | 'amended' | 'recovery';
  readonly on: PlainDate;
  readonly contract?: string;
  readonly contractKey?: string;
  readonly contractor?: string;
  readonly contractorKey?: string;
  readonly contractValue?: Dong;
  readonly amount?: Dong;
  readonly recoverBy?: PlainDate | null;
  readonly recovered?: Dong;
  readonly disbursed?: Dong;
  readonly reason?: string | null;
  readonly document: string | null;
}

/** Adds the line. */
export async function insertEntry(
  manager: EntityManager,
  entry: NewEntry,
  actorId: string,
  at: Date,
): Promise<void> {
  const columns: Readonly<Record<string, unknown>> = {
    advance_id: entry.id,
    project_id: entry.projectId,
    type: entry.type,
    contract: entry.contract,
    contract_key: entry.contractKey,
    contractor: entry.contractor,
    contractor_key: entry.contractorKey,
    contract_value: entry.contractValue?.toString(),
    amount: entry.amount?.toString(),
    recover_by: entry.recoverBy,
    recovered: entry.recovered?.toString(),
    disbursed: entry.disbursed?.toString(),
    on_date: entry.on,
    reason: entry.reason,
    document: entry.document,
    actor_id: actorId,
    recorded_at: at,
  };
  const names = Object.keys(columns);
  await manager.query(
    `INSERT INTO works_contracts.contract_advance_entry (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(columns).map((value) => value ?? null),
  );
}
