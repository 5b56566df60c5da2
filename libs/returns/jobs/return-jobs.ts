import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@thongvon/platform';
import { ReadReturn } from '../application/read-return';
import { RecomputeReturn } from '../application/recompute-return';

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
