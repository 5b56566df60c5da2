import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { groupBy, matchKey } from '@thongvon/kernel';
import { FollowsOffices, type OfficeFollower, OrganizationTree } from '@thongvon/organizations';
import { Outbox, SystemClock } from '@thongvon/platform';
import { lockCanonical } from '../persistence/blocker-identity';
import { lockPositions } from '../persistence/blocker-positions';
import { insertUnitMatches, type UnmatchedUnit, unmatchedUnits } from '../persistence/unit-matches';
import { RebuildBlockers } from './derived-blockers';

/**
 * Finds which organisation of the register the words of a responsible unit mean: the one below the same top office as who holds the
 * project that is called so, in full or abbreviated. None or several: a person is asked (docs/adr/0234).
 */
@Injectable()
export class MatchUnits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
    private readonly rebuilding: RebuildBlockers,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
  ) {}

  /** Of these blockers, or of all, what isn't matched yet. Ids of those of which something was found; they are to be derived anew. */
  async of(manager: EntityManager, blockerIds: readonly string[] | null): Promise<string[]> {
    const units = await unmatchedUnits(manager, blockerIds);
    if (units.length === 0) return [];
    const tops = await this.topsOf(manager, units);
    const found = [];
    for (const [top, named] of groupBy(units, ({ holderId }) => tops.get(holderId) ?? holderId)) {
      const scope = await this.tree.idsBelow(top, manager);
      const ids = await this.tree.idsByName(
        named.map(({ unit }) => unit),
        scope,
        manager,
      );
      for (const { blockerId, unit } of named) {
        const organizationId = ids.get(matchKey(unit));
        if (organizationId !== undefined) found.push({ blockerId, unit, organizationId });
      }
    }
    await insertUnitMatches(manager, found, this.clock.now());
    return [...new Set(found.map(({ blockerId }) => blockerId))];
  }

  /** All that is known, for the wish on `subject`: blockers that an upgrade found are derived anew with their offices. */
  async all(subject: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.outbox.done(manager, 'match-units', subject);
      await lockPositions(manager);
      await this.of(manager, null);
      await this.rebuilding.of(manager, null);
    });
  }

  /** The topmost office above each holder; itself where none is. */
  private async topsOf(
    manager: EntityManager,
    units: readonly UnmatchedUnit[],
  ): Promise<ReadonlyMap<string, string>> {
    const holders = [...new Set(units.map(({ holderId }) => holderId))];
    const above = await this.tree.idsAboveEach(holders, manager);
    return new Map(holders.map((holder) => [holder, above.get(holder)?.at(-1) ?? holder]));
  }
}

/** An office that is founded, or called otherwise, is found at once in the words that meant none until then. */
@Injectable()
@FollowsOffices('blockers')
export class MatchUnitsOfNewOffices implements OfficeFollower {
  constructor(
    private readonly units: MatchUnits,
    private readonly rebuilding: RebuildBlockers,
  ) {}

  async saved(manager: EntityManager): Promise<void> {
    const found = await this.units.of(manager, null);
    if (found.length > 0) await this.rebuilding.of(manager, await lockCanonical(manager, found));
  }
}
