import type { BlockerCause, BlockerGrouping, BlockerGroupView } from '@thongvon/api-contract';
import { groupBy } from '@thongvon/kernel';
import {
  ageingOf,
  heldParts,
  heldTotal,
  type DueDays,
  type HeldBlocker,
  type HeldTotal,
} from './capital-held';
import { CAUSES } from './causes';

/** An open blocker with what it can be grouped by. */
export interface GroupedBlocker extends HeldBlocker {
  readonly cause: BlockerCause;
  readonly suggestedCause: BlockerCause | null;
  readonly responsibleUnit: string | null;
  readonly responsibleUnitKey: string | null;
  readonly decidingLevel: string | null;
  readonly contractor: string | null;
  readonly contractorKey: string | null;
}

interface Grouping {
  readonly key: (row: GroupedBlocker) => string | null;
  readonly label: (row: GroupedBlocker) => string | null;
  readonly suggested?: (row: GroupedBlocker) => boolean;
}

const labelOf = (cause: BlockerCause): string => CAUSES.find(({ code }) => code === cause)?.label ?? cause;
const isSuggested = ({ cause, suggestedCause }: GroupedBlocker): boolean =>
  cause === 'unclassified' && suggestedCause !== null;
const likelyCause = (row: GroupedBlocker): BlockerCause =>
  isSuggested(row) ? (row.suggestedCause ?? row.cause) : row.cause;

/** What the groups of each grouping go by, and are called. */
const GROUPS: Readonly<Record<BlockerGrouping, Grouping>> = {
  cause: { key: ({ cause }) => cause, label: ({ cause }) => labelOf(cause) },
  likelyCause: { key: likelyCause, label: (row) => labelOf(likelyCause(row)), suggested: isSuggested },
  responsibleUnit: {
    key: ({ responsibleUnitKey }) => responsibleUnitKey,
    label: ({ responsibleUnit }) => responsibleUnit,
  },
  contractor: { key: ({ contractorKey }) => contractorKey, label: ({ contractor }) => contractor },
  decidingLevel: { key: ({ decidingLevel }) => decidingLevel, label: ({ decidingLevel }) => decidingLevel },
};

/** What they hold by groups, most capital first; what words only suggest stands apart, after what is confirmed. */
export function groupsOf(
  rows: readonly GroupedBlocker[],
  grouping: BlockerGrouping,
  days: DueDays,
): BlockerGroupView[] {
  const { key, label, suggested = () => false } = GROUPS[grouping];
  const groups = [true, false].flatMap((isSuggestion) =>
    [
      ...groupBy(
        rows.filter((row) => suggested(row) === isSuggestion),
        key,
      ),
    ].map(([of, members]) => ({
      key: of,
      label: members[0] ? label(members[0]) : null,
      suggested: isSuggestion,
      ...heldTotal(members, days),
      ageing: ageingOf(members, days),
      parts: heldParts(members, days, null),
    })),
  );
  const size = ({ capitalHeld }: HeldTotal): bigint => BigInt(capitalHeld ?? -1);
  return groups.toSorted((a, b) =>
    size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : b.blockers - a.blockers,
  );
}
