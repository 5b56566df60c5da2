import type {
  AlertRuleId,
  BlockerCause,
  MoneyBasis,
  OptionKind,
  TaskState,
  Urgency,
} from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Outlook, Receiver } from '@thongvon/reallocation';

/**
 * The latest day by which a project must be free to go on, if all that is left is to be disbursed by the plan year's last day at the
 * pace of the last four weeks: that day less whole weeks. `passed`: it was before the cut-off. Where no pace is known, or nothing is
 * left, there is no such day, and it is said why.
 */
export type LatestDay =
  | { readonly state: 'known'; readonly on: PlainDate; readonly weeks: number }
  | { readonly state: 'passed'; readonly weeks: number; readonly weeksLeft: number }
  | { readonly state: 'no-pace' | 'not-moving' | 'nothing-left' };

/** What a project is ranked by. */
export interface Rank {
  /** What its blockers hold, once; null: it has none, or nobody knows. */
  readonly held: Dong | null;
  /** What won't be spent by the plan year's last day; null: not known. */
  readonly unspent: Dong | null;
  /** The larger of the two. */
  readonly money: Dong | null;
  /** Where that is from; of alerts where neither blockers nor the forecast say an amount. */
  readonly moneyIs: MoneyBasis;
  readonly urgency: Urgency;
  /** Money × factor; null where the money isn't known. */
  readonly weight: Dong | null;
}

/** What becomes of what a project has left, by the last day: the parts add up to it. Whole đồng. */
export interface MoneyParts {
  readonly spent: Dong;
  readonly moved: Dong;
  readonly unspent: Dong;
}

/** Something that a leader can do about an item, and what it would do to what the project has left. */
export interface DecisionOption {
  readonly kind: OptionKind;
  /** A day that it sets, or by which somebody is to answer; null: it names none. */
  readonly until: PlainDate | null;
  /** Null: what is left, or its pace, isn't known. */
  readonly parts: MoneyParts | null;
  readonly receivers: readonly Receiver[];
}

/** A task about an item's project that is within its day: what was decided. */
export interface DecidedTask {
  readonly id: string;
  readonly office: string;
  readonly due: PlainDate;
  readonly state: TaskState;
  /** How many more there are. */
  readonly further: number;
}

/** An item about which somebody is at work: it isn't asked for again until the task's day. */
export interface UnderwayDecision extends Decision {
  readonly task: DecidedTask;
}

/** A project of which a leader has to decide something: all that rules say of it is one item. */
export interface Decision {
  /** The rule that presses most. */
  readonly rule: AlertRuleId;
  readonly project: { readonly id: string; readonly name: string };
  /** Of its open blockers the one that presses most; null: it has none. */
  readonly blockerId: string | null;
  /** How many are open. */
  readonly blockers: number;
  /** What it is ranked by. */
  readonly rank: Rank;
  /** The money of its rank. */
  readonly amount: Dong | null;
  readonly cause: BlockerCause;
  /** The cause as confirmed, else as the words of the return suggest. */
  readonly likelyCause: BlockerCause;
  /** What can be done. */
  readonly options: readonly DecisionOption[];
  /** What won't be spent and no project of the same source can take; null: not known. */
  readonly unplaced: Dong | null;
  /** What stands in the way, in the words of who reported it, without names of households. */
  readonly reason: string | null;
  /** Whose turn it is; null: nobody is named. */
  readonly unit: string | null;
  /** Since when: the blocker's first day, else the week that opened its first alert. */
  readonly since: PlainDate;
  /** Days overdue (positive) or left (negative, zero: due today); null without a due date. */
  readonly daysOverdue: number | null;
  readonly due: PlainDate | null;
  /** How far the project is, and where its pace leads. */
  readonly outlook: Outlook;
  /** By when it must be free to go on. */
  readonly latest: LatestDay;
  /** The day of the figures that this is by, where they are older than the reporting week. */
  readonly staleFrom: PlainDate | null;
  /** Why it is open again although somebody had taken note of it; null: it isn't. */
  readonly reopened: string | null;
  /** The same in English. */
  readonly reopenedEn: string | null;
  /** For how many days its first alert has stood. */
  readonly openFor: number;
  /** The last day on which the year's plan may be spent, and the days until then. */
  readonly deadline: PlainDate;
  readonly daysLeft: number;
  /** What all its rules say, the most pressing first; in Vietnamese and English. */
  readonly alerts: readonly {
    readonly rule: AlertRuleId;
    readonly texts: readonly [vi: string, en: string];
  }[];
}
