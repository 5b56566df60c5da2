import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BlockerDetailView, BlockerEventView, MergedBlockerView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { BlockersQuery } from '../domain/capital-held';
import { BLOCKER_COLUMNS, type BlockerRow, blockersOn, toBlockerView } from '../persistence/blockers-sql';
import { visibleClearance } from '@thongvon/projects';
import { reportedAndDone } from '../persistence/blocker-rows';
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

/** A blocker as it stands now, as far as actions look at it. */
export interface FoundBlocker {
  /** Its own, or that of the one that goes on for it. */
  readonly id: string;
  readonly projectId: string;
  readonly open: boolean;
  readonly openedOn: PlainDate;
  /** Nobody has said when it began. */
  readonly openedEstimated: boolean;
  readonly due: PlainDate | null;
  /** First and last as-of date of returns that count and name it. */
  readonly firstNamed: PlainDate | null;
  readonly lastNamed: PlainDate | null;
}

/** Finds a blocker that the actor may see; what lies outside doesn't exist for them. */
@Injectable()
export class FindBlocker {
  constructor(private readonly dataSource: DataSource) {}

  /** A merged one is the one that goes on for it. Throws BLOCKER-NOT-FOUND, also for one that only returns opened that no longer count. With `lock`, actions wait for each other. */
  async find(
    actor: Actor,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    lock = false,
  ): Promise<FoundBlocker> {
    const canonicalId = await canonicalOf(manager, id);
    // First wait, then look: an action that was being done meanwhile must be seen.
    if (lock) {
      await manager.query(`SELECT FROM blockers.blocker WHERE id = $1 FOR NO KEY UPDATE`, [canonicalId]);
      if ((await canonicalOf(manager, id)) !== canonicalId) return this.find(actor, id, manager, lock);
    }
    const where = visibleClearance(actor).and((value) => `b.id = ${value}`, canonicalId);
    const [found] = await manager.query<FoundBlocker[]>(
      `SELECT b.id, b.project_id AS "projectId", now.open, now.opened_on AS "openedOn", now.opened_estimated AS "openedEstimated", now.due, named.first AS "firstNamed",
         named.last AS "lastNamed"
       FROM blockers.blocker b JOIN projects.project_ref p ON p.id = b.project_id
         JOIN blockers.blocker_position now ON now.blocker_id = b.id AND now.valid_to = 'infinity'
         CROSS JOIN LATERAL (
           SELECT min(m.as_of) AS first, max(m.as_of) AS last FROM blockers.blocker_mention m JOIN returns.return_ref r ON r.id = m.return_id
           WHERE m.type = 'named' AND r.status = 'approved'
             AND m.blocker_id = ANY(ARRAY(SELECT blocker_id FROM blockers.blocker_alias(NULL) WHERE canonical_id = b.id) || b.id)
         ) named
       WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!found) throw problems.blockerUnknown();
    return found;
  }
}

/** The blocker that goes on for one that was merged; itself for any other. */
export async function canonicalOf(manager: EntityManager, id: string): Promise<string> {
  const [alias] = await manager.query<{ canonicalId: string }[]>(
    `SELECT canonical_id AS "canonicalId" FROM blockers.blocker_alias(NULL) WHERE blocker_id = $1`,
    [id],
  );
  return alias?.canonicalId ?? id;
}
