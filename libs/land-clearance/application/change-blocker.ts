import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cleanText } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { BlockerFields } from '../domain/blocker-event';
import { FindBlocker } from './find-blocker';
import { problems } from './problems';
import { RecordAction } from './record-action';

/** A person sets what is known of a blocker: confirms the cause, names who must act and by when. */
@Injectable()
export class ChangeBlocker {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: FindBlocker,
    private readonly actions: RecordAction,
  ) {}

  /** What isn't given stays. Throws BLOCKER-NOT-FOUND, NOTHING-TO-CHANGE, HELD-WITHOUT-REASON and OPENED-AFTER-NAMED. */
  async change(actor: Actor, id: string, changes: BlockerFields, reason?: string): Promise<void> {
    if (Object.keys(changes).length === 0) throw problems.nothingToChange();
    if (changes.capitalHeld != null && reason === undefined) throw problems.heldWithoutReason();
    await this.dataSource.transaction(async (manager) => {
      const { firstNamed, ...found } = await this.blockers.find(actor, id, manager, true);
      const { description, openedOn } = changes;
      if (openedOn !== undefined && firstNamed !== null && openedOn > firstNamed)
        throw problems.openedAfterNamed(firstNamed);
      await this.actions.record(manager, actor, found, {
        type: 'changed',
        changes: {
          ...changes,
          ...(description === undefined ? {} : { description: cleanText(description) }),
        },
        ...(reason === undefined ? {} : { text: reason }),
      });
    });
  }
}
