import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, freezeInstant, weekOfApproval, type PlainDate } from '@thongvon/kernel';
import { SystemClock } from '@thongvon/platform';
import { firstApproval, lastWeekCut, openCut, type Cut } from '../persistence/cuts';
import { FreezeWeek } from './freeze-week';

/** Freezes the weeks that are due and missing, each once and in order, from the first with an approved figure up to now. */
@Injectable()
export class FreezeMissingWeeks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly freezing: FreezeWeek,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run at any time and by several processes at once. */
  async run(): Promise<void> {
    for (let cut = await this.next(); cut !== undefined; cut = await this.next())
      await this.freezing.freeze(cut);
  }

  private async next(): Promise<Cut | undefined> {
    const { manager } = this.dataSource;
    const begun = await openCut(manager);
    if (begun) return begun;
    const last = await lastWeekCut(manager);
    const week = last === null ? await this.firstWeek() : addDays(last, 7);
    if (week === null || freezeInstant(week) > this.clock.now()) return undefined;
    return { week, revision: 1, knownThrough: freezeInstant(week), reason: null, requestedBy: null };
  }

  private async firstWeek(): Promise<PlainDate | null> {
    const first = await firstApproval(this.dataSource.manager);
    return first && weekOfApproval(first);
  }
}
