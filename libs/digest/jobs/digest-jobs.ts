import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HandlesJob, type JobHandler, Outbox } from '@thongvon/platform';
import { type FrozenWeekRef, OnSnapshot, type SnapshotListener } from '@thongvon/snapshots';
import { SendEdition } from '../application/send-edition';

/** Asks for the letters of each week that is frozen, in its transaction. */
@Injectable()
@OnSnapshot('digest')
export class AskForLetters implements SnapshotListener {
  constructor(private readonly outbox: Outbox) {}

  frozen(manager: EntityManager, { id }: FrozenWeekRef): Promise<void> {
    return this.outbox.ask(manager, 'send-digest', id);
  }
}

/** Writes them. */
@Injectable()
@HandlesJob('send-digest')
export class SendDigestJob implements JobHandler {
  constructor(private readonly sending: SendEdition) {}

  handle(snapshotId: string): Promise<void> {
    return this.sending.run(snapshotId);
  }
}
