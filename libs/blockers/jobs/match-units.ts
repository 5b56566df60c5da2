import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '@thongvon/platform';
import { MatchUnits } from '../application/match-units';

/** Finds which organisations the units of blockers are, where an upgrade found blockers (ADR 0234). */
@Injectable()
@HandlesJob('match-units')
export class MatchUnitsJob implements JobHandler {
  constructor(private readonly matching: MatchUnits) {}

  handle(subject: string): Promise<void> {
    return this.matching.all(subject);
  }
}
