import type { EntityManager } from 'typeorm';
import type { CorrectionReading, CorrectionType, StoodCell } from '@thongvon/return-reader';
import { Correction } from './entities/correction';

/** The last word on a cell: a value, or that the one before was taken back. */
interface LastWord {
  readonly id: string;
  readonly sheet: string;
  readonly cell: string;
  readonly type: CorrectionType | null;
  readonly value: string | null;
  readonly stood: StoodCell;
  readonly reason: string | null;
}

const STANDS = 'NOT EXISTS (SELECT FROM returns.correction later WHERE later.replaces = c.id)';

/** The last word on each cell of a return that was ever corrected. */
export function lastWords(manager: EntityManager, returnId: string): Promise<LastWord[]> {
  return manager.query<LastWord[]>(
    `SELECT c.id, c.sheet, c.cell, c.type, c.value, c.stood, c.reason FROM returns.correction c
     WHERE c.return_id = $1 AND ${STANDS} ORDER BY c.id`,
    [returnId],
  );
}

/** The corrections of a return that stand. */
export async function correctionsOf(manager: EntityManager, returnId: string): Promise<CorrectionReading[]> {
  return (await lastWords(manager, returnId)).flatMap(({ sheet, cell, type, value, stood, reason }) =>
    type === null || value === null || reason === null ? [] : [{ sheet, cell, type, value, stood, reason }],
  );
}

/** A correction that stands, with who declared it. */
export interface ShownCorrection extends CorrectionReading {
  readonly by: { readonly name: string; readonly office: string };
  readonly at: Date;
}

/** The same for people, the first declared first. */
export function shownCorrections(manager: EntityManager, returnId: string): Promise<ShownCorrection[]> {
  return manager.query<ShownCorrection[]>(
    `SELECT c.sheet, c.cell, c.type, c.value, c.stood, c.reason, c.recorded_at AS at,
       json_build_object('name', u.name, 'office', o.name) AS by
     FROM returns.correction c JOIN organizations.user_ref u ON u.id = c.actor_id
       JOIN organizations.organization_ref o ON o.id = u.organization_id
     WHERE c.return_id = $1 AND c.value IS NOT NULL AND ${STANDS} ORDER BY c.id`,
    [returnId],
  );
}

/** Adds words on cells to the history of a return, which is append-only. */
export async function writeCorrections(
  manager: EntityManager,
  rows: readonly Omit<Correction, 'id'>[],
): Promise<void> {
  await manager.insert(Correction, [...rows]);
}
