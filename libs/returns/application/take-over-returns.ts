import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertTakenOver, type TakenOver } from '../persistence/taken-over';

/**
 * Enters in bulk what offices had reported before they used this system. Nobody sent these as tables: each is approved at
 * once, keeps a sentence that says so in the place of a file, and its figures have no cells.
 */
@Injectable()
export class TakeOverReturns {
  /** Their ids in order. The ledgers are for the caller to fill, in the same transaction. */
  async takeOver(manager: EntityManager, returns: readonly Omit<TakenOver, 'id'>[]): Promise<string[]> {
    const rows = returns.map((one) => ({ ...one, id: randomUUID() }));
    await insertTakenOver(manager, rows);
    return rows.map(({ id }) => id);
  }
}
