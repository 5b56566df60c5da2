import { Injectable } from '@nestjs/common';
import type { SnapshotRefView } from '@thongvon/api-contract';
import { formatInstant, parsePlainDate } from '@thongvon/kernel';
import type { FrozenWeekRef } from '../domain/frozen-week';
import { problems } from './problems';
import { Snapshots } from './snapshots';

/** Finds the frozen week that a caller names. */
@Injectable()
export class FindFrozen {
  constructor(private readonly snapshots: Snapshots) {}

  /** Throws SNAPSHOT-NOT-FOUND, also for what is no date. */
  async find(week: string, revision?: number): Promise<FrozenWeekRef> {
    const date = parsePlainDate(week);
    const found = date && (await this.snapshots.find(date, revision));
    if (!found) throw problems.notFrozen();
    return found;
  }
}

/** A plain object of the shape that the contract's class describes. */
type ShownRef = Pick<SnapshotRefView, keyof SnapshotRefView>;

/** How the API names a frozen week. */
export function refView({ week, revision, frozenAt, planYears, reason }: FrozenWeekRef): ShownRef {
  return { week, revision, frozenAt: formatInstant(frozenAt), planYears, correction: reason };
}
