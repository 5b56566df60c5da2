import { Injectable } from '@nestjs/common';
import { DataSource, Not, In } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, Outbox, reachPoint, SystemClock } from '@thongvon/platform';
import type { Coverage, ReturnKind } from '@thongvon/return-reader';
import { RETURN_STATUSES, isAlive, type ReturnStatus } from '../domain/return-status';
import { ReturnEvents } from '../persistence/return-rows';
import { Return } from '../persistence/entities/return';
import {
  keepSentFiles,
  keepSeveral,
  listOfFiles,
  nameOfFiles,
  type SentFile,
  withoutCopies,
} from '../persistence/files-of-return';
import { sha256Of } from '../persistence/readings';

export interface ReceivedFiles {
  /** One, or several that are one return. */
  readonly files: readonly SentFile[];
  readonly kind: ReturnKind | null;
  readonly coverage: Coverage | null;
}

export interface Receipt {
  readonly id: string;
  readonly status: ReturnStatus;
  /** The same bytes had been received from the same organisation, and that return is still alive. */
  readonly duplicate: boolean;
}

const ENDED = RETURN_STATUSES.filter((status) => !isAlive(status));

/** Keeps the original bytes of each file (of what is no workbook: its beginning) and asks for their reading, in one transaction. */
@Injectable()
export class ReceiveReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly outbox: Outbox,
    private readonly events: ReturnEvents,
    private readonly audit: Audit,
  ) {}

  async receive(actor: Actor, received: ReceivedFiles): Promise<Receipt> {
    const file = { ...received, files: withoutCopies(received.files) };
    const [only, ...others] = file.files;
    const sha256 = sha256Of(only && others.length === 0 ? only.bytes : listOfFiles(file.files));
    const known = await this.findAlive(actor.organizationId, sha256);
    if (known) return known;
    try {
      const receipt = await this.keep(actor, file);
      await reachPoint('bytes-kept');
      return receipt;
    } catch (error) {
      // Two uploads of the same bytes at the same moment: the unique index lets one through.
      const winner = isUniqueViolation(error, 'return_same_bytes')
        ? await this.findAlive(actor.organizationId, sha256)
        : undefined;
      if (winner) return winner;
      throw error;
    }
  }

  private keep(actor: Actor, file: ReceivedFiles): Promise<Receipt> {
    return this.dataSource.transaction(async (manager) => {
      const fileSha256 = await keepSentFiles(manager, file.files);
      const { id } = await manager.save(Return, {
        organizationId: actor.organizationId,
        uploadedBy: actor.userId,
        fileSha256,
        fileName: nameOfFiles(file.files),
        requestedKind: file.kind,
        requestedCoverage: file.coverage,
        status: 'received' as const,
        receivedAt: this.clock.now(),
      });
      await keepSeveral(manager, id, file.files);
      await this.events.append(manager, id, { type: 'received', status: 'received', actorId: actor.userId });
      await this.outbox.ask(manager, 'read-return', id);
      await this.audit.record(manager, actor.userId, 'return.receive', `return:${id}`, {
        sha256: fileSha256,
      });
      return { id, status: 'received', duplicate: false };
    });
  }

  private async findAlive(organizationId: string, fileSha256: string): Promise<Receipt | undefined> {
    const found = await this.dataSource.manager.findOne(Return, {
      where: { organizationId, fileSha256, status: Not(In(ENDED)) },
      select: { id: true, status: true },
    });
    return found ? { id: found.id, status: found.status, duplicate: true } : undefined;
  }
}
