import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '@thongvon/kernel';
import { type GroupReading, settledGroup } from '@thongvon/return-reader';
import { type GroupsOf, insertGroupMentions, rederiveGroups } from '../persistence/group-rows';

/** What one row of a return says of its project; absent or null: nothing. */
interface SaidGroup {
  readonly projectId: string;
  readonly group?: GroupReading | null;
}

/**
 * The group of a project in a plan year is what the newest return in force says that names one (docs/adr/0196): of the latest day, of one
 * day the one that was approved last. A return that names none leaves it as it was.
 */
@Injectable()
export class RecordGroups {
  /** In the approval's transaction. Rows of one project that say different groups say none. */
  async record(manager: EntityManager, of: GroupsOf, rows: readonly SaidGroup[]): Promise<void> {
    const named = [...groupBy(rows, ({ projectId }) => projectId)].flatMap(([projectId, said]) => {
      const group = settledGroup(said.flatMap((row) => row.group ?? []));
      return group === null ? [] : [{ projectId, group: group.group, ...group.cell }];
    });
    if (named.length > 0) await insertGroupMentions(manager, of, named);
  }

  /** In the transaction in which these returns cease to count, or count again. */
  async settle(
    manager: EntityManager,
    { ended, reinstated }: { readonly ended: readonly string[]; readonly reinstated: readonly string[] },
  ): Promise<void> {
    const changed = [...ended, ...reinstated];
    if (changed.length > 0) await rederiveGroups(manager, changed);
  }
}
