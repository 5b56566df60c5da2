import type { BlockerCause } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Receiver, Rooms } from '@thongvon/reallocation';
import type { FrozenProject } from '@thongvon/snapshots';
import type { Decision, DecisionOption, MoneyParts } from './decision';

/** So long past its day a blocker has been in three letters: then it is asked whether to go on at all. */
const LONG_OVERDUE = 21;
/** Causes that may never be solved: those of people, not of work that somebody has to do. */
const MAY_STOP: readonly BlockerCause[] = [
  'household-disagreement',
  'payment-refused',
  'graves-religious-land',
  'dispute',
  'complaint',
];

/** An item before anybody has said what can be done about it. */
export type Undecided = Omit<Decision, 'options' | 'unplaced'>;

/**
 * What can be done about each item, and what it would do to what the project has left. Items take from the rooms of others in the order
 * of the list; what stopping a project would move comes after all that is proposed.
 */
export function withOptions(
  items: readonly Undecided[],
  projects: ReadonlyMap<string, FrozenProject>,
  rooms: Rooms,
  nextLetterOn: PlainDate,
): Decision[] {
  const moved = items.map((item) => {
    const project = projects.get(item.project.id);
    const { unspent } = item.outlook;
    return { item, project, receivers: project && unspent !== null ? rooms.take(project, unspent) : [] };
  });
  return moved.map(({ item, project, receivers }) => {
    const { remaining, unspent } = item.outlook;
    const isStop = project !== undefined && remaining !== null && mayStop(item);
    const further = isStop ? rooms.take(project, remaining - sumOf(receivers)) : [];
    return {
      ...item,
      options: [
        ...doing(item, nextLetterOn),
        ...moving(item, receivers),
        ...(isStop ? [stopping(item, [...receivers, ...further])] : []),
      ],
      unplaced: unspent === null ? null : unspent - sumOf(receivers),
    };
  });
}

function mayStop({ daysOverdue, likelyCause }: Undecided): boolean {
  return (daysOverdue ?? 0) >= LONG_OVERDUE && MAY_STOP.includes(likelyCause);
}

/** What moves nothing: who is asked for what, by when. */
function doing(item: Undecided, nextLetterOn: PlainDate): DecisionOption[] {
  const { blockerId, unit, due, latest, daysOverdue, outlook } = item;
  const kept = { parts: keeping(outlook), receivers: [] };
  if (blockerId === null) {
    const isSlow = (outlook.unspent ?? 0n) > 0n;
    return [
      isSlow
        ? { kind: 'commit', until: nextLetterOn, parts: fulfilled(outlook), receivers: [] }
        : { kind: 'settle', until: nextLetterOn, ...kept },
    ];
  }
  const asked: DecisionOption = { kind: unit === null ? 'assign' : 'urge', until: nextLetterOn, ...kept };
  if (latest.state === 'known' && (due === null || latest.on > due))
    return [asked, { kind: due === null ? 'set-day' : 'extend', until: latest.on, ...kept }];
  if ((daysOverdue ?? 0) > 0) return [asked, { kind: 'reschedule', until: nextLetterOn, ...kept }];
  return [asked];
}

function moving({ outlook }: Undecided, receivers: readonly Receiver[]): DecisionOption[] {
  const amount = sumOf(receivers);
  const parts = keeping(outlook);
  if (amount === 0n || parts === null) return [];
  return [
    {
      kind: 'move',
      until: null,
      parts: { spent: parts.spent, moved: amount, unspent: parts.unspent - amount },
      receivers,
    },
  ];
}

function stopping({ outlook: { remaining } }: Undecided, receivers: readonly Receiver[]): DecisionOption {
  const moved = sumOf(receivers);
  return {
    kind: 'continue-or-stop',
    until: null,
    parts: remaining === null ? null : { spent: 0n, moved, unspent: remaining - moved },
    receivers: merged(receivers),
  };
}

/** As the pace leads: what is left is spent but for what the forecast leaves. */
function keeping({ remaining, unspent }: Undecided['outlook']): MoneyParts | null {
  return remaining === null || unspent === null ? null : { spent: remaining - unspent, moved: 0n, unspent };
}

/** All that is left is spent. */
function fulfilled({ remaining }: Undecided['outlook']): MoneyParts | null {
  return remaining === null ? null : { spent: remaining, moved: 0n, unspent: 0n };
}

/** One entry for each who takes of a source, whichever option it was taken for. */
function merged(receivers: readonly Receiver[]): Receiver[] {
  const byKey = new Map<string, Receiver>();
  for (const receiver of receivers) {
    const key = `${receiver.project.id}/${receiver.source.code}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, amount: known.amount + receiver.amount } : receiver);
  }
  return [...byKey.values()];
}

const sumOf = (receivers: readonly Receiver[]): Dong =>
  receivers.reduce((sum, { amount }) => sum + amount, 0n);
