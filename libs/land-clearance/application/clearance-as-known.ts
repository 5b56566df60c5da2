import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { type KnownClearance, numbersAsKnown } from '../persistence/progress-rows';

/** The day that is asked for, and what had been approved or recorded by when. */
export interface AsKnown {
  readonly asOf: PlainDate;
  readonly knownAt: Date;
}

export type { KnownClearance };

/**
 * Clearance of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class ClearanceAsKnown {
  numbers(manager: EntityManager, { asOf, knownAt }: AsKnown): Promise<KnownClearance[]> {
    return numbersAsKnown(manager, asOf, knownAt);
  }
}
