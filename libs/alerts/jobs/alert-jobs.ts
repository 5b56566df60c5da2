import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Outbox } from '@thongvon/platform';
import { SnapshotListeners } from '@thongvon/snapshots';
import { EvaluateWeek } from '../application/evaluate-week';

/** Asks for the rules to be looked at with each week that is frozen, in its transaction, and does it. */
@Injectable()
export class AlertJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly listeners: SnapshotListeners,
    private readonly outbox: Outbox,
    private readonly evaluating: EvaluateWeek,
  ) {}

  onModuleInit(): void {
    this.listeners.listen((manager, { id }) => this.outbox.ask(manager, 'evaluate-alerts', id));
    this.handlers.register('evaluate-alerts', { run: (snapshotId) => this.evaluating.run(snapshotId) });
  }
}
