import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HandlesJob, type JobHandler, Outbox } from '@thongvon/platform';
import { type FrozenWeekRef, OnSnapshot, type SnapshotListener } from '@thongvon/snapshots';
import { EvaluateWeek } from '../application/evaluate-week';

/** Asks for the rules to be looked at with each week that is frozen, in its transaction. */
@Injectable()
@OnSnapshot('alerts')
export class AskForAlerts implements SnapshotListener {
  constructor(private readonly outbox: Outbox) {}

  frozen(manager: EntityManager, { id }: FrozenWeekRef): Promise<void> {
    return this.outbox.ask(manager, 'evaluate-alerts', id);
  }
}

/** Looks at it. */
@Injectable()
@HandlesJob('evaluate-alerts')
export class EvaluateAlertsJob implements JobHandler {
  constructor(private readonly evaluating: EvaluateWeek) {}

  handle(snapshotId: string): Promise<void> {
    return this.evaluating.run(snapshotId);
  }
}
