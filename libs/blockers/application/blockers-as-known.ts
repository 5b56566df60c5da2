import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { blockerPositions, type BlockerPosition } from '../domain/blocker-history';
import {
  type KnownBlocker,
  placesOf,
  settledBlockers,
  touchedSince,
} from '../persistence/blockers-as-known-rows';
import { blockerEvents } from '../persistence/blocker-rows';
import type { AsKnown } from '@thongvon/land-clearance';

export type { KnownBlocker };

/**
 * Open blockers of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class BlockersAsKnown {
  async open(manager: EntityManager, { asOf, knownAt }: AsKnown): Promise<KnownBlocker[]> {
    const touched = await touchedSince(manager, knownAt);
    const settled = await settledBlockers(manager, asOf, touched);
    return [...settled, ...(await this.derived(manager, touched, { asOf, knownAt }))];
  }

  private async derived(
    manager: EntityManager,
    blockerIds: readonly string[],
    { asOf, knownAt }: AsKnown,
  ): Promise<KnownBlocker[]> {
    if (blockerIds.length === 0) return [];
    const events = await blockerEvents(manager, blockerIds, knownAt);
    const places = await placesOf(manager, blockerIds);
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
