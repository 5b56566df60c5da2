import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BlockerDetailView, BlockerEventView, MergedBlockerView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { blockersOn, type BlockersQuery } from '../persistence/blockers-sql';
import { BLOCKER_COLUMNS, toBlockerView, type BlockerRow } from '../persistence/blocker-views';
import { reportedAndDone } from '../persistence/reported-and-done';
import { canonicalOf } from './find-blocker';
import { problems } from './problems';

/** Shows one blocker with its whole history. */
@Injectable()
export class ViewBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** As it stands on the day asked for; of a merged one, the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for a day before it began. */
  async view(actor: Actor, asked: string, query: BlockersQuery): Promise<BlockerDetailView> {
    const id = await canonicalOf(this.dataSource.manager, asked);
    const { from, where } = blockersOn(actor, query, 'of-few');
    where.and((value) => `b.blocker_id = ${value}`, id);
    const [row] = await this.dataSource.query<BlockerRow[]>(
      `SELECT ${BLOCKER_COLUMNS} FROM ${from} WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!row) throw problems.blockerUnknown();
    return { ...toBlockerView(row, query), merged: await this.merged(id), history: await this.history(id) };
  }

  private async history(id: string): Promise<BlockerEventView[]> {
    const events = await reportedAndDone(this.dataSource.manager, { blockerId: id });
    return events.map(({ blockerId: _, ...event }) => event);
  }

  private merged(id: string): Promise<MergedBlockerView[]> {
    return this.dataSource.query<MergedBlockerView[]>(
      `SELECT alias.blocker_id AS id, alias.reason, alias.merged_at AS at,
         coalesce(
           (SELECT text FROM blockers.blocker_mention WHERE blocker_id = alias.blocker_id AND type = 'named' ORDER BY id DESC LIMIT 1),
           (SELECT changes->>'description' FROM blockers.blocker_action
            WHERE blocker_id = alias.blocker_id AND changes ? 'description' ORDER BY id DESC LIMIT 1)
         ) AS description
       FROM blockers.blocker_alias(NULL) alias WHERE alias.canonical_id = $1 ORDER BY alias.merged_at, alias.blocker_id`,
      [id],
    );
  }
}
