import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerAction } from '@thongvon/api-contract';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { FindBlocker, type FoundBlocker } from './find-blocker';
import { problems } from './problems';
import type { GivenProof } from './proofs';
import { RecordAction, type Action } from './record-action';

export interface Reported {
  readonly text: string;
  readonly on?: PlainDate;
  readonly evidence?: string;
  readonly proof?: GivenProof;
}

/** What people do about a blocker: work, remind, hand up, confirm, close, reopen. */
@Injectable()
export class ActOnBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
    private readonly clock: SystemClock,
  ) {}

  /** Throws BLOCKER-NOT-FOUND, BLOCKER-CLOSED, BEFORE-OPENING and DATE-IN-FUTURE. */
  act(actor: Actor, id: string, type: BlockerAction, reported: Reported): Promise<void> {
    return this.perform(actor, id, { type, ...reported }, ({ open }) => {
      if (!open) throw problems.notOpen();
      return true;
    });
  }

  /** Closing it again is no error. Throws BLOCKER-NOT-FOUND, CLOSED-BEFORE-NAMED, BEFORE-OPENING and DATE-IN-FUTURE. */
  close(actor: Actor, id: string, reported: Reported): Promise<void> {
    return this.perform(actor, id, { type: 'closed', ...reported }, ({ open, lastNamed }, on) => {
      if (open && lastNamed !== null && on < lastNamed) throw problems.closedBeforeNamed(lastNamed);
      return open;
    });
  }

  /** Reopening an open one is no error. Throws BLOCKER-NOT-FOUND, BEFORE-OPENING and DATE-IN-FUTURE. */
  reopen(actor: Actor, id: string, reported: Reported): Promise<void> {
    return this.perform(actor, id, { type: 'reopened', ...reported }, ({ open }) => !open);
  }

  /** `check` throws when it can't be done, and says false when it is done already. */
  private perform(
    actor: Actor,
    id: string,
    action: Action,
    check: (found: FoundBlocker, on: PlainDate) => boolean,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      const on = action.on ?? businessDate(this.clock.now());
      if (!check(found, on)) return;
      if (on < found.openedOn) throw problems.beforeOpening(found.openedOn);
      await this.actions.record(manager, actor, found, { ...action, on });
    });
  }
}
