import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AsKnown } from '@thongvon/land-clearance';
import { type BlockerPosition, blockerPositions } from '../domain/blocker-history';
import { blockerEvents } from '../persistence/blocker-ledger';
import {
  type KnownBlocker,
  lockNamedBy,
  lockPositions,
  placesOf,
  settledBlockers,
  touchedSince,
  replacePositions,
} from '../persistence/blocker-positions';

/** Derives the states of blockers from what was reported and done: for what changed, or all anew. */
@Injectable()
export class RebuildBlockers {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that a return speaks of. Their rows are locked, so that two at once agree. */
  async ofReturn(manager: EntityManager, returnId: string): Promise<void> {
    const touched = await lockNamedBy(manager, returnId);
    if (touched.length > 0) await this.of(manager, touched);
  }

  /** Of these blockers, or of all. One that was merged into another has no states of its own. */
  async of(manager: EntityManager, blockerIds: readonly string[] | null): Promise<void> {
    const events = await blockerEvents(manager, blockerIds);
    const positions = new Map([...events].map(([id, of]) => [id, blockerPositions(of)]));
    await replacePositions(manager, blockerIds, positions);
  }

  /** Everything. Must give what the step-by-step derivation gave. */
  async rebuild(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await lockPositions(manager);
      await this.of(manager, null);
    });
  }
}

/**
 * Open blockers of all projects on a day, as known at an instant. What nothing has touched since is taken from the derived
 * table, the rest is derived anew: the cost follows what changed, not the history.
 */
@Injectable()
export class BlockersAsKnown {
  /** In no order; in the transaction of `manager`. */
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
    setAmount: heldAmount,
  };
}
