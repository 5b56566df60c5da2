import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork, JobHandlers } from '@thongvon/platform';
import { ReadReturn } from '../application/read-return';
import { RecheckDatedAhead } from '../application/check-return';
import { RecomputeReturn } from '../application/revert-return';

/** The jobs of returns, and what happens when one fails however often it is tried. */
@Injectable()
export class ReturnJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly reading: ReadReturn,
    private readonly recomputing: RecomputeReturn,
  ) {}

  onModuleInit(): void {
    this.handlers.register('read-return', {
      run: (returnId) => this.reading.read(returnId),
      giveUp: (returnId) => this.reading.giveUp(returnId),
    });
    this.handlers.register('recompute-positions', {
      run: (returnId) => this.recomputing.recompute(returnId),
    });
  }
}

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
