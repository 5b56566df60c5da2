import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Outbox } from '@thongvon/platform';
import { SnapshotListeners } from '@thongvon/snapshots';
import { SendEdition } from '../application/send-edition';

/** Asks for the letters of each week that is frozen, in its transaction, and writes them. */
@Injectable()
export class DigestJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly listeners: SnapshotListeners,
    private readonly outbox: Outbox,
    private readonly sending: SendEdition,
  ) {}

  onModuleInit(): void {
    this.listeners.listen((manager, { id }) => this.outbox.ask(manager, 'send-digest', id));
    this.handlers.register('send-digest', { run: (snapshotId) => this.sending.run(snapshotId) });
  }
}
