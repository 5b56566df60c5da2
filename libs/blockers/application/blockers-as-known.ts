import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BlockerCause, DecidingLevel } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { changedReturnsSql } from '@thongvon/returns';
import { blockerPositions, type BlockerPosition } from '../domain/blocker-history';
import { blockerEvents } from '../persistence/blocker-rows';
import type { AsKnown } from '@thongvon/land-clearance';

/** An open blocker. */
export interface KnownBlocker {
  readonly id: string;
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly description: string;
  readonly cause: BlockerCause;
  readonly responsibleUnit: string | null;
  readonly responsiblePerson: string | null;
  readonly decidingLevel: DecidingLevel | null;
  readonly contractor: string | null;
  readonly openedOn: PlainDate;
  readonly due: PlainDate | null;
  readonly lastActionOn: PlainDate | null;
  readonly lastAction: string | null;
  readonly reopened: number;
  /** What a person set that it holds, whole đồng as text. */
  readonly setAmount: string | null;
}

/**
 * Open blockers of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class BlockersAsKnown {
  async open(manager: EntityManager, { asOf, knownAt }: AsKnown): Promise<KnownBlocker[]> {
    const touched = await idsOf(
      manager,
      `WITH touched AS (
         SELECT blocker_id FROM blockers.blocker_mention WHERE return_id IN (${changedReturnsSql('$1')})
         UNION SELECT blocker_id FROM blockers.blocker_action WHERE recorded_at > $1
         UNION SELECT unnest(ARRAY[blocker_id, into_id]) FROM blockers.blocker_merger WHERE recorded_at > $1
       )
       SELECT blocker_id AS id FROM touched WHERE blocker_id IS NOT NULL
       UNION SELECT canonical_id FROM blockers.blocker_alias(NULL) JOIN touched USING (blocker_id)
       UNION SELECT canonical_id FROM blockers.blocker_alias($1) JOIN touched USING (blocker_id)`,
      knownAt,
    );
    const settled = await manager.query<KnownBlocker[]>(
      `SELECT blocker_id AS id, project_id AS "projectId", segment_id AS "segmentId", description, cause,
         responsible_unit AS "responsibleUnit", responsible_person AS "responsiblePerson", deciding_level AS "decidingLevel",
         contractor, opened_on AS "openedOn", due, last_action_on AS "lastActionOn", last_action AS "lastAction", reopened,
         held_amount AS "setAmount"
       FROM blockers.blocker_position
       WHERE open AND valid_from <= $1 AND valid_to > $1 AND blocker_id <> ALL($2::uuid[])`,
      [asOf, touched],
    );
    return [...settled, ...(await this.derived(manager, touched, { asOf, knownAt }))];
  }

  private async derived(
    manager: EntityManager,
    blockerIds: readonly string[],
    { asOf, knownAt }: AsKnown,
  ): Promise<KnownBlocker[]> {
    if (blockerIds.length === 0) return [];
    const events = await blockerEvents(manager, blockerIds, knownAt);
    const places = await manager.query<Pick<KnownBlocker, 'id' | 'projectId' | 'segmentId'>[]>(
      `SELECT id, project_id AS "projectId", segment_id AS "segmentId" FROM blockers.blocker WHERE id = ANY($1)`,
      [blockerIds],
    );
    return places.flatMap((place) => {
      const position = blockerPositions(events.get(place.id) ?? []).find(
        ({ from, to }) => from <= asOf && (to === null || to > asOf),
      );
      return position?.open ? [{ ...place, ...shown(position) }] : [];
    });
  }
}

function shown(position: BlockerPosition): Omit<KnownBlocker, 'id' | 'projectId' | 'segmentId'> {
  const { description, cause, responsibleUnit, responsiblePerson, decidingLevel, contractor } = position;
  const { openedOn, due, lastActionOn, lastAction, reopened, heldAmount } = position;
  return {
    description,
    cause,
    responsibleUnit,
    responsiblePerson,
    decidingLevel,
    contractor,
    openedOn,
    due,
    lastActionOn,
    lastAction,
    reopened,
    setAmount: heldAmount?.toString() ?? null,
  };
}

async function idsOf(manager: EntityManager, sql: string, knownAt: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [knownAt]);
  return rows.map(({ id }) => id);
}
