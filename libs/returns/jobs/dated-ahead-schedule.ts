import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork } from '@thongvon/platform';
import { RecheckDatedAhead } from '../application/recheck-dated-ahead';

/** Lets workers look whether the day of a return that was dated ahead has come. */
@Injectable()
export class DatedAheadSchedule implements OnModuleInit {
  constructor(
    private readonly due: DueWork,
    private readonly rechecking: RecheckDatedAhead,
  ) {}

  onModuleInit(): void {
    this.due.register('returns dated ahead', () => this.rechecking.run());
  }
}
