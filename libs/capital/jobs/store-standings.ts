import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '@thongvon/platform';
import { RebuildPositions } from '../application/recompute-positions';

/** Stores how all projects stand where an upgrade found figures (ADR 0183). */
@Injectable()
@HandlesJob('store-standings')
export class StoreStandingsJob implements JobHandler {
  constructor(private readonly positions: RebuildPositions) {}

  handle(subject: string): Promise<void> {
    return this.positions.storeStandings(subject);
  }
}
