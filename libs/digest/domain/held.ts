import { type GroupedBlocker, heldTotal, suggestCauses } from '@thongvon/blockers';
import type { Dong, PlainDate } from '@thongvon/kernel';
import { remainingOf } from '@thongvon/reallocation';
import type { FrozenBlocker } from '@thongvon/snapshots';
import type { Shares } from './shares';

/** What these blockers hold together, each project's money counted once. */
export function heldBy(
  blockers: readonly FrozenBlocker[],
  shares: Shares,
  week: PlainDate,
): { amount: Dong | null; projects: number } {
  const held = blockers.map((blocker) => groupedBlocker(blocker, shares));
  const { capitalHeld, projects } = heldTotal(held, { businessDay: week });
  return { amount: capitalHeld, projects };
}

/** A frozen blocker with what its project has left, and the cause that the words of its return suggest. */
export function groupedBlocker(blocker: FrozenBlocker, shares: Shares): GroupedBlocker {
  const { projectId, due, setAmount, cause, responsibleUnit, decidingLevel, contractor } = blocker;
  const share = shares.get(projectId);
  return {
    ...{ projectId, due, setAmount, cause, responsibleUnit, decidingLevel, contractor },
    remaining: share ? remainingOf(share) : null,
    suggestedCause: suggestCauses(blocker.description)[0] ?? null,
    responsibleUnitKey: responsibleUnit,
    contractorKey: contractor,
  };
}
