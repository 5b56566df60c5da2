import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FrozenWeekRef } from '../domain/frozen-week';

/**
 * Hears of a week that is being frozen, in the transaction that freezes it, with all rows written. It writes the work that
 * must follow (`Outbox.ask`) and no more: what throws or takes long here keeps the week from being frozen.
 */
export type SnapshotListener = (manager: EntityManager, frozen: FrozenWeekRef) => Promise<void>;

/** Where contexts that follow frozen weeks (alerts, the weekly mail) register at start. */
@Injectable()
export class SnapshotListeners {
  private readonly listeners: SnapshotListener[] = [];

  listen(listener: SnapshotListener): void {
    this.listeners.push(listener);
  }

  async tell(manager: EntityManager, frozen: FrozenWeekRef): Promise<void> {
    for (const listener of this.listeners) await listener(manager, frozen);
  }
}
