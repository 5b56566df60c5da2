import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '@thongvon/platform';
import { RebuildPositions, StoreSums } from '../application/recompute-positions';

/** Stores how all projects stand where an upgrade found figures (ADR 0183). */
@Injectable()
@HandlesJob('store-standings')
export class StoreStandingsJob implements JobHandler {
  constructor(private readonly positions: RebuildPositions) {}

  handle(subject: string): Promise<void> {
    return this.positions.storeStandings(subject);
  }
}

/** Stores the sums of large offices after returns that say little of them (ADR 0192). */
@Injectable()
@HandlesJob('store-sums')
export class StoreSumsJob implements JobHandler {
  constructor(private readonly sums: StoreSums) {}

  handle(subject: string): Promise<void> {
    return this.sums.store(subject);
  }
}
