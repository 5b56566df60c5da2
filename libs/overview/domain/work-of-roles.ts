import type { WorkKind } from '@thongvon/api-contract';
import type { BlockerOnDay } from '@thongvon/blockers';
import {
  businessDate,
  DEFAULT_CALENDAR,
  type Dong,
  dongOf,
  freezeInstant,
  instantAt,
  type PlainDate,
  weekOfApproval,
  weekOfFigure,
} from '@thongvon/kernel';
import type { OwedReturn } from '@thongvon/reporting-duties';
import type { CameBackReturn, RepliedReturn, ReturnRow, WaitingReturns } from '@thongvon/returns';
import type { WaitingTask } from '@thongvon/tasks';
import { type SettledWork, type Work, work } from './work-line';

/**
 * Returns that an office still has to send: each that came back is one thing to do, due when the first of the debts is that it
 * leaves open; what else is owed, by kind and week. A draft changes nothing.
 */
export function returnsToSend(owed: readonly OwedReturn[], cameBack: readonly CameBackReturn[]): Work[] {
  const covered = new Set<OwedReturn>();
  const back = cameBack.map((one) => {
    const debts = owed.filter((debt) => isLeftOpenBy(one, debt));
    for (const debt of debts) covered.add(debt);
    const [first] = debts.toSorted((a, b) => a.due.getTime() - b.due.getTime());
    return work({
      kind: one.status === 'sent-back' ? 'return-sent-back' : 'return-reverted',
      path: `/bao-cao/${one.id}`,
      due: first?.week ?? null,
      dueAt: first?.due ?? null,
      since: one.at,
      returnKinds: one.kinds,
      asOf: one.asOf,
      text: one.reason,
      by: one.by,
    });
  });
  const rest = owed.filter((debt) => !covered.has(debt));
  return [...back, ...rest.map(toSend)];
}

const isLeftOpenBy = ({ id, kinds, asOf }: CameBackReturn, debt: OwedReturn): boolean =>
  debt.sentBack === id || (kinds.includes(debt.kind) && asOf !== null && weekOfFigure(asOf) === debt.week);

const toSend = ({ kind, week, due }: OwedReturn): Work =>
  work({ kind: 'return-owed', path: '/bao-cao', due: week, dueAt: due, returnKinds: [kind], asOf: week });

/** The return that is owed after those: its week begins when this one's cut-off has passed. */
export function nextToSend(kinds: Work['returnKinds'], week: PlainDate): Work | null {
  if (kinds.length === 0) return null;
  return work({
    kind: 'return-owed',
    path: '/bao-cao',
    due: week,
    dueAt: instantAt(week, DEFAULT_CALENDAR.cutOff.time),
    returnKinds: kinds,
    asOf: week,
  });
}

/** A blocker that is overdue or due soon, or comes next. */
export function ofBlocker({
  id,
  project,
  due,
  description,
  responsibleUnit,
  responsibleOffice,
  capitalHeld,
}: BlockerOnDay): Work {
  return work({
    kind: 'blocker',
    path: `/vuong-mac/${id}`,
    due,
    project,
    text: description,
    // The organisation that must act; while none is attached, whom a return or a person named.
    office: responsibleOffice?.name ?? responsibleUnit,
    amount: capitalHeld,
  });
}

/**
 * A task that waits for somebody: of who must answer until its day, of who gave it since it came back. An office that gave a task
 * to itself answers first.
 */
export function ofTask({
  id,
  what,
  due,
  project,
  organization,
  giver,
  proposedDue,
  ...task
}: WaitingTask): Work {
  const { wait, said } = task;
  const known = { path: `/viec-giao/${id}`, project, text: what };
  if (wait === 'answer') {
    const isBack = said.type === 'sent-back';
    const kind = task.state === 'assigned' ? 'task-assigned' : isBack ? 'task-sent-back' : 'task-accepted';
    const by = said.type === 'given' ? { name: task.concludedBy, office: giver.name } : said.by;
    return work({ ...known, kind, due, said: said.text, by, office: giver.name });
  }
  return work({
    ...known,
    kind: GIVERS_KINDS[wait],
    since: said.at,
    said: said.text,
    by: said.by,
    office: organization.name,
    dueAsked: proposedDue,
  });
}

const GIVERS_KINDS = {
  confirm: 'task-reported',
  refused: 'task-refused',
  'due-proposed': 'task-due-proposed',
} as const satisfies Record<Exclude<WaitingTask['wait'], 'answer'>, WorkKind>;

/** What the finance office knows to be waiting. */
export interface FinanceFacts {
  readonly waiting: WaitingReturns;
  readonly replied: readonly RepliedReturn[];
  /** What all offices in sight owe. */
  readonly owed: readonly OwedReturn[];
}

/**
 * What waits for the finance office: returns to be approved, in time for the week that is frozen next; replies to what it sent
 * back; offices that are past the cut-off.
 */
export function financeWork({ waiting, replied, owed }: FinanceFacts, now: Date): Work[] {
  const frozenAt = freezeInstant(weekOfApproval(now));
  const queue = work({
    kind: 'returns-waiting',
    path: '/duyet',
    due: businessDate(frozenAt),
    dueAt: frozenAt,
    since: waiting.since,
    count: waiting.count,
    countOfOthers: waiting.own,
    amount: dongOf(waiting.change),
  });
  const replies = replied.map(({ id, office, kinds, asOf, at, by, reply }) =>
    work({
      kind: 'reply-received',
      path: `/bao-cao/${id}`,
      since: at,
      returnKinds: kinds,
      asOf,
      text: reply,
      by,
      office,
    }),
  );
  const late = owed.filter(({ overdue }) => overdue);
  const offices = [...new Map(late.map(({ organization }) => [organization.id, organization.name])).values()];
  const [first] = late.toSorted((a, b) => a.due.getTime() - b.due.getTime());
  const silent = first && [
    work({
      kind: 'offices-silent',
      path: '/duyet',
      since: first.due,
      count: offices.length,
      asOf: first.week,
      text: offices.slice(0, NAMED).join(', '),
    }),
  ];
  return [...(waiting.count === 0 ? [] : [queue]), ...replies, ...(silent ?? [])];
}

/** How many silent offices are named. */
const NAMED = 5;

/** When receipt closes for the week that is received now. */
export const cutOffOf = (week: PlainDate): Work =>
  work({
    kind: 'cut-off',
    path: '/duyet',
    due: week,
    dueAt: instantAt(week, DEFAULT_CALENDAR.cutOff.time),
    asOf: week,
  });

/** Differences from the Treasury that nobody has explained, with the largest of them. */
export function differences(count: number, largest: Dong | null): Work[] {
  if (count === 0) return [];
  const amount = largest === null ? null : largest < 0n ? -largest : largest;
  return [work({ kind: 'differences', path: '/doi-chieu?xem=unexplained', count, amount })];
}

/** Mails that did not arrive, or of which nobody knows. */
export const mailWork = (failed: number, unknown: number): Work[] => [
  ...(failed === 0
    ? []
    : [work({ kind: 'mails-failed', path: '/quan-tri/thu?tinh-trang=failed', count: failed })]),
  ...(unknown === 0
    ? []
    : [work({ kind: 'mails-unknown', path: '/quan-tri/thu?tinh-trang=unknown', count: unknown })]),
];

export const approvedReturn = ({ id, kinds, asOf, approvedAt, organization }: ReturnRow): SettledWork[] =>
  approvedAt === null
    ? []
    : [
        {
          kind: 'return-approved',
          on: businessDate(approvedAt),
          name: organization.name,
          returnKinds: kinds,
          asOf,
          text: null,
          path: `/bao-cao/${id}`,
        },
      ];

export const closedBlocker = ({ id, project, closedOn, closingReason }: BlockerOnDay): SettledWork[] =>
  closedOn === null
    ? []
    : [
        {
          kind: 'blocker-closed',
          on: closedOn,
          name: project.name,
          returnKinds: [],
          asOf: null,
          text: closingReason,
          path: `/vuong-mac/${id}`,
        },
      ];
