import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SnapshotRefView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { SecondPerson } from '@thongvon/returns';
import { laterReturnIds } from '../persistence/later-returns';
import { FindFrozen, refView } from './find-frozen';
import { FreezeWeek } from './freeze-week';
import { problems } from './problems';

/**
 * Freezes a week again, with what has been approved since: a correction, which a person asks for and gives a reason. Who
 * has sent one of the returns that change the week leaves it to another (ADR 0115).
 */
@Injectable()
export class ReviseWeek {
  constructor(
    private readonly dataSource: DataSource,
    private readonly frozen: FindFrozen,
    private readonly freezing: FreezeWeek,
    private readonly second: SecondPerson,
    private readonly clock: SystemClock,
  ) {}

  /** Throws SNAPSHOT-NOT-FOUND, FOUR-EYES, and SNAPSHOT-CURRENT when no return has changed what the week says. */
  async revise(actor: Actor, week: string, reason: string): Promise<SnapshotRefView> {
    const latest = await this.frozen.find(week);
    const later = await laterReturnIds(this.dataSource.manager, latest);
    if (later.length === 0) throw problems.nothingToCorrect();
    await this.second.assertNotOwnOf(actor, later);
    const revised = await this.freezing.freeze({
      week: latest.week,
      revision: latest.revision + 1,
      knownThrough: this.clock.now(),
      reason,
      requestedBy: actor.userId,
    });
    return refView(revised);
  }
}
