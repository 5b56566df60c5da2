import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork } from '@thongvon/platform';
import { FreezeMissingWeeks } from '../application/freeze-week';

/** Lets workers look for weeks that are to be frozen. */
@Injectable()
export class SnapshotSchedule implements OnModuleInit {
  constructor(
    private readonly due: DueWork,
    private readonly missing: FreezeMissingWeeks,
  ) {}

  onModuleInit(): void {
    this.due.register('weekly snapshots', () => this.missing.run());
  }
}
