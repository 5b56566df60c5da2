import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerDeed } from '@thongvon/api-contract';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { FindBlocker, type FoundBlocker } from './find-blocker';
import { problems } from './problems';
import type { GivenProof } from './proofs';
import { RecordDeed, type Deed } from './record-deed';

export interface Told {
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
    private readonly deeds: RecordDeed,
    private readonly clock: SystemClock,
  ) {}

  /** Throws BLOCKER-NOT-FOUND, BLOCKER-CLOSED, BEFORE-OPENING and DATE-IN-FUTURE. */
  act(actor: Actor, id: string, type: BlockerDeed, told: Told): Promise<void> {
    return this.perform(actor, id, { type, ...told }, ({ open }) => {
      if (!open) throw problems.notOpen();
      return true;
    });
  }

  /** Closing it again is no error. Throws BLOCKER-NOT-FOUND, CLOSED-BEFORE-NAMED, BEFORE-OPENING and DATE-IN-FUTURE. */
  close(actor: Actor, id: string, told: Told): Promise<void> {
    return this.perform(actor, id, { type: 'closed', ...told }, ({ open, lastNamed }, on) => {
      if (open && lastNamed !== null && on < lastNamed) throw problems.closedBeforeNamed(lastNamed);
      return open;
    });
  }

  /** Reopening an open one is no error. Throws BLOCKER-NOT-FOUND, BEFORE-OPENING and DATE-IN-FUTURE. */
  reopen(actor: Actor, id: string, told: Told): Promise<void> {
    return this.perform(actor, id, { type: 'reopened', ...told }, ({ open }) => !open);
  }

  /** `check` throws when it can't be done, and says false when it is done already. */
  private perform(
    actor: Actor,
    id: string,
    deed: Deed,
    check: (found: FoundBlocker, on: PlainDate) => boolean,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const found = await this.blockers.find(actor, id, manager, true);
      const on = deed.on ?? businessDate(this.clock.now());
      if (!check(found, on)) return;
      if (on < found.openedOn) throw problems.beforeOpening(found.openedOn);
      await this.deeds.record(manager, actor, found, { ...deed, on });
    });
  }
}
