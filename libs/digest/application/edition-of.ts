import { plainDate, type PlainDate } from '@thongvon/kernel';
import type { FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { problems } from './problems';

/** Later than any week. */
const END_OF_TIME = plainDate('2199-12-31');

/** The latest revision of the week (date of its cut-off), or of the latest frozen one. Throws SNAPSHOT-NOT-FOUND. */
export async function editionOf(snapshots: Snapshots, week: PlainDate | null): Promise<FrozenWeekRef> {
  const found = week === null ? await snapshots.latestBefore(END_OF_TIME) : await snapshots.find(week);
  if (!found) throw week === null ? problems.nothingFrozen() : problems.notFrozen(week);
  return found;
}
