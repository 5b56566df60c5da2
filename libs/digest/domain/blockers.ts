import { daysBetween, groupBy, isOverdue, type Dong, type PlainDate, type Reckoning } from '@thongvon/kernel';
import {
  ageingOf,
  groupsOf,
  heldParts,
  heldTotal,
  suggestCauses,
  type GroupedBlocker,
} from '@thongvon/blockers';
import type { FrozenBlocker } from '@thongvon/snapshots';
import type { Digest, Share, UnitOverdue } from './digest';
import { remainingOf } from './shares';
import type { LetterWeek } from './within-scope';

/** Shares of projects by their ids. */
export type Shares = ReadonlyMap<string, Share>;

/** What these blockers hold together, each project's money counted once. */
function heldBy(
  blockers: readonly FrozenBlocker[],
  shares: Shares,
  week: PlainDate,
): { amount: Dong | null; projects: number } {
  const held = blockers.map((blocker) => groupedBlocker(blocker, shares));
  const { capitalHeld, projects } = heldTotal(held, { businessDay: week });
  return { amount: capitalHeld === null ? null : BigInt(capitalHeld), projects };
}

/** The same with what they leave of `remaining`, by how pressing blockers are, and by cause: as confirmed, else as the words of the return suggest. */
export function heldOfWeek(
  { blockers, week }: LetterWeek,
  shares: Shares,
  reckoning: Reckoning,
  remaining: Dong | null,
): Digest['held'] {
  const held = blockers.map((blocker) => groupedBlocker(blocker, shares));
  return {
    ...heldBy(blockers, shares, week),
    parts: heldParts(held, reckoning, remaining),
    ageing: ageingOf(held, reckoning),
    byCause: groupsOf(held, 'likelyCause', reckoning),
  };
}

function groupedBlocker(blocker: FrozenBlocker, shares: Shares): GroupedBlocker {
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

/** Who lets blockers wait past their day: the longest wait first. */
export function overdueByUnit({ blockers: all, week }: LetterWeek, shares: Shares): UnitOverdue[] {
  const overdue = all.filter(({ due }) => isOverdue(due, { businessDay: week }));
  return [...groupBy(overdue, ({ responsibleUnit }) => responsibleUnit)]
    .map(([unit, blockers]) => ({
      unit,
      blockers: blockers.length,
      days: Math.max(...blockers.map(({ due }) => (due === null ? 0 : daysBetween(due, week)))),
      held: heldBy(blockers, shares, week).amount,
    }))
    .toSorted((a, b) => b.days - a.days || (a.unit ?? '').localeCompare(b.unit ?? '', 'vi'));
}
