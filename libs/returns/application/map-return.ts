import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Outbox } from '@thongvon/platform';
import type { TableMapping } from '@thongvon/return-reader';
import type { ReturnStatus } from '../domain/return-status';
import { faultOf } from '../domain/table-mapping';
import { loadReading, type StoredReading } from '../persistence/readings';
import { mappingFaulty, notMappable } from '../messages/mapping';
import { receivedAgain } from '../messages/received-again';
import { ChangeStatus } from './change-status';
import { FindReturn } from './find-return';
import { assertOwn } from './own-return';

/** Takes the sender's description of tables that couldn't be recognised, and has the workbook read again by it. */
@Injectable()
export class MapReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly states: ChangeStatus,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Replaces the mapping that the return had; an empty one has it read as if there were none. */
  async map(actor: Actor, id: string, mapping: TableMapping[]): Promise<ReturnStatus> {
    try {
      return await this.take(actor, id, mapping);
    } catch (error) {
      // The same bytes were sent anew since this return failed; only one of the two may live.
      if (isUniqueViolation(error, 'return_same_bytes')) throw receivedAgain();
      throw error;
    }
  }

  private take(actor: Actor, id: string, mapping: TableMapping[]): Promise<ReturnStatus> {
    return this.dataSource.transaction(async (manager) => {
      const found = assertOwn(actor, await this.returns.find(actor, id, manager, true));
      const stored = await loadReading(manager, id);
      if (found.status === 'failed' && !isReadable(stored)) throw notMappable();
      const wrong = faultOf(mapping, stored?.reading.sheets ?? []);
      if (wrong) throw mappingFaulty(wrong.fault, wrong.mapping);
      await this.outbox.ask(manager, 'read-return', id);
      await this.audit.record(manager, actor.userId, 'return.map', `return:${id}`, {
        tables: mapping.length,
      });
      return this.states.apply(manager, found, 'map', {
        actorId: actor.userId,
        changes: { mapping, version: found.version + 1 },
      });
    });
  }
}

/** The workbook could be opened and has sheets; only no table was found in them. */
function isReadable(stored: StoredReading | undefined): boolean {
  return (
    stored !== undefined &&
    stored.reading.sheets.length > 0 &&
    stored.findings.some(({ code }) => code === 'RET-NOT-A-RETURN')
  );
}
