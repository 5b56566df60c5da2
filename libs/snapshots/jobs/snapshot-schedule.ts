import { Injectable } from '@nestjs/common';
import { type DueLook, EveryMinute } from '@thongvon/platform';
import { FreezeMissingWeeks } from '../application/freeze-week';

/** Looks for weeks that are to be frozen. */
@Injectable()
@EveryMinute('weekly snapshots')
export class SnapshotSchedule implements DueLook {
  constructor(private readonly missing: FreezeMissingWeeks) {}

  look(): Promise<void> {
    return this.missing.run();
  }
}
