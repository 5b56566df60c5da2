import { Injectable } from '@nestjs/common';
import { type DueLook, EveryMinute, HandlesJob, type JobHandler } from '@thongvon/platform';
import { ReadReturn } from '../application/read-return';
import { RecheckDatedAhead, RecheckWaiting } from '../application/check-return';
import { RecomputeReturn } from '../application/approve-return';

/** Reads a return's workbook, and says so where that fails however often it is tried. */
@Injectable()
@HandlesJob('read-return')
export class ReadReturnJob implements JobHandler {
  constructor(private readonly reading: ReadReturn) {}

  handle(returnId: string): Promise<void> {
    return this.reading.read(returnId);
  }

  giveUp(returnId: string): Promise<void> {
    return this.reading.giveUp(returnId);
  }
}

/** Recomputes what a return touches, and looks again at what waits beside it. */
@Injectable()
@HandlesJob('recompute-positions')
export class RecomputePositionsJob implements JobHandler {
  constructor(
    private readonly recomputing: RecomputeReturn,
    private readonly waiting: RecheckWaiting,
  ) {}

  async handle(returnId: string): Promise<void> {
    await this.recomputing.recompute(returnId);
    await this.waiting.run(returnId);
  }
}

/** Looks whether the day of a return that was dated ahead has come. */
@Injectable()
@EveryMinute('dated-ahead returns')
export class DatedAheadReturns implements DueLook {
  constructor(private readonly rechecking: RecheckDatedAhead) {}

  look(): Promise<void> {
    return this.rechecking.run();
  }
}
