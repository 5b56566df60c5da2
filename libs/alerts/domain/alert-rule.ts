import type {
  AlertBasis,
  AlertRuleId,
  AlertSeverity,
  AlertSubjectKind,
  ContractsRuleId,
  ThresholdUnit,
} from '@thongvon/api-contract';
import { type Dong, type PlainDate, plainDate, type PlanYear } from '@thongvon/kernel';
import type { NumberWords, Texts } from './rule-words';
import type { EarlierWeek, ProjectFacts, ProjectOf, WeekFacts } from './week-facts';

/** Where a rule is from, as it is cited from a day on until the next one's. Null: as far back as there are figures. */
export interface Citation {
  readonly from: PlainDate | null;
  readonly texts: Texts;
}

/** A number that an administrator can set. Percents have at most two decimals, days and weeks none. */
export interface Threshold {
  readonly key: string;
  readonly unit: ThresholdUnit;
  readonly label: Texts;
  /** Values by the plan year from which they hold, oldest first, each with where it is from. */
  readonly values: readonly {
    readonly fromPlanYear: PlanYear;
    /** The day on which it was set, where that is known: before it the one before counts. */
    readonly setOn?: PlainDate;
    readonly value: number;
    readonly origin: string;
  }[];
  readonly min: number;
  readonly max: number;
  /** Asked for each source; else for an office as a whole. */
  readonly bySource?: true;
}

/** Thresholds in force, by their key. */
export type ThresholdValues = Readonly<Record<string, number>>;

/** Whose threshold is asked for: an organisation's, and of one source where the sum is of one. */
export interface ThresholdScope {
  readonly organizationId: string;
  readonly source?: string;
  /** As it was in force on this day; without it, on that of the week. */
  readonly on?: PlainDate;
}

/** What a rule may look at. */
export interface Situation {
  readonly now: WeekFacts;
  /** Earlier frozen weeks of the same plan year, latest first, as far back as `AlertRule.weeksBack` asks. */
  readonly before: readonly EarlierWeek[];
  /** Thresholds in force for a scope; undefined: the rule is switched off there. */
  readonly thresholds: (scope: ThresholdScope) => ThresholdValues | undefined;
  /** Sources that have thresholds of their own. */
  readonly ownSources: readonly string[];
}

/** The rule holds for something. */
export interface Firing {
  readonly subject: { readonly kind: AlertSubjectKind; readonly id: string; readonly name: string };
  readonly organizationId: string;
  readonly projectId: string | null;
  /** The source that it is about, where thresholds were asked for one. */
  readonly source?: string;
  /** The capital that it is about, whole đồng. */
  readonly amount: Dong | null;
  /** What it was decided by, thresholds included; amounts as decimal strings. */
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly texts: Texts;
  /** Where it differs from the rule's. */
  readonly severity?: AlertSeverity;
}

/** What a firing about a project is about, and whose it is. */
export function aboutProject({
  id,
  name,
  organizationId,
}: Pick<ProjectFacts, 'id' | 'name' | 'organizationId'>): WhatItIsAbout {
  return { subject: { kind: 'project', id, name }, organizationId, projectId: id };
}

/** The same of something that belongs to a project and is called by it. */
export function aboutPart(
  kind: AlertSubjectKind,
  { id, projectId, projectName, organizationId }: ProjectOf & { readonly id: string },
): WhatItIsAbout {
  return { subject: { kind, id, name: projectName }, organizationId, projectId };
}

/** The same of what a project gets from one source; null: planned from none, or not split by source. */
export function aboutLine(project: ProjectOf, source: string | null): WhatItIsAbout {
  const part = aboutPart('capital-line', { ...project, id: `${project.projectId}/${source ?? ''}` });
  return source === null ? part : { ...part, source };
}

type WhatItIsAbout = Pick<Firing, 'subject' | 'organizationId' | 'projectId' | 'source'>;

/** What leaders are asked to decide, most pressing first: rungs of a ladder. Alerts of one rung compete by their amounts. */
export const RUNGS = [
  'blocker-overdue',
  'blocker-due',
  'contradiction',
  'slow-capital',
  'neglected',
] as const;

/** The decision that a rule asks leaders for, in the weekly letter and on their page. */
export interface AskedDecision<Id extends AlertRuleId = AlertRuleId> {
  readonly rung: (typeof RUNGS)[number];
  /** Of several alerts of one project on a rung the rule with the lowest place speaks. */
  readonly place: number;
  /** What is said after "Quyết:"; null: the blocker's cause says it. */
  readonly words: Texts | null;
  /** A day or a limit has passed, whatever due dates blockers have: the project is as urgent as if one were overdue. */
  readonly isPast: boolean;
  /** The page on which it is settled. */
  readonly page: Id extends ContractsRuleId ? 'contracts' : 'blocker' | 'project';
}

/**
 * A rule, whole: data for those who read and set it, a pure function of frozen weeks, and what letters, pages and the life of
 * its alerts want to know of it. Who asks something of a rule by its id asks it of this record, so that the compiler asks a new
 * rule for it too.
 */
export interface AlertRule<Id extends AlertRuleId = AlertRuleId, Key extends string = string> {
  readonly id: Id;
  readonly title: Texts;
  readonly severity: AlertSeverity;
  readonly basis: AlertBasis;
  /** Where it is from, the article or the practice, by the day from which it is cited; oldest first. */
  readonly citations: readonly Citation[];
  readonly subjects: readonly AlertSubjectKind[];
  /**
   * `pace`: money that goes slowly; a low rate by itself is nobody's turn today. `figures`: not pace, but its amount is of the
   * project's figures, or is due by them. Both say how old the figures are. `facts`: neither.
   */
  readonly judges: 'pace' | 'figures' | 'facts';
  /** Looks at sources one by one: something can be set for one. */
  readonly bySource: boolean;
  /** What the numbers are called that it decides by. */
  readonly numbers: Readonly<Record<Key, NumberWords | null>>;
  /**
   * How long something has waited: the number that grows while nothing is done, and how many days it counts by. An alert that
   * somebody took note of is open again when that has doubled (ADR 0100). Null: there is none, or it counts down.
   */
  readonly waits: { readonly number: Key; readonly days: number } | null;
  /** The rule that states the fact that this one warns of; null: it states a fact itself. */
  readonly warnsOf: AlertRuleId | null;
  /** Null: it only compares or reminds, and is left to the letter's attachment. */
  readonly asks: AskedDecision<Id> | null;
  /** Looked at for each plan year that the week belongs to; else once. */
  readonly yearly: boolean;
  readonly thresholds: readonly Threshold[];
  /** How many earlier weeks it looks at, given the largest thresholds in force. */
  readonly weeksBack: (largest: ThresholdValues) => number;
  readonly evaluate: (situation: Situation) => Firing[];
}

/**
 * Data: days from and before which the instruments that rules cite were in force (domain page, section 1; forms/law-2026,
 * sections 2 and 3). The day on which decree 99/2021 began is from memory of the decree; its articles were not compared.
 */
export const INSTRUMENTS = {
  '99/2021': { from: plainDate('2021-11-11'), until: plainDate('2025-09-26') },
  '37/2025': { from: plainDate('2025-06-12'), until: null },
  '226/NQ-CP': { from: plainDate('2025-08-05'), until: null },
  '159/CĐ-TTg': { from: plainDate('2025-09-07'), until: null },
  '254/2025': { from: plainDate('2025-09-26'), until: null },
} as const;

type Instrument = keyof typeof INSTRUMENTS;

/** A practice that no instrument dates. */
export function practice(vi: string, en: string): Citation[] {
  return [{ from: null, texts: [vi, en] }];
}

/** As cited since the instrument is in force. */
export function since(instrument: Instrument, vi: string, en: string): Citation {
  return { from: INSTRUMENTS[instrument].from, texts: [vi, en] };
}

/** Of a rule on payment that decree 254/2025 states: what went before it, each for its time. */
export function paymentDecrees(vi: string, en: string): Citation[] {
  return [
    {
      from: null,
      texts: [
        'Quy định về quản lý, thanh toán vốn đầu tư công tại thời điểm báo cáo (chưa đối chiếu)',
        'The rules on paying public investment at that time (not compared)',
      ],
    },
    since(
      '99/2021',
      'Nghị định 99/2021/NĐ-CP về quản lý, thanh toán, quyết toán vốn đầu tư công (chưa đối chiếu điều, khoản)',
      'Decree 99/2021 on managing, paying and settling public investment (articles not compared)',
    ),
    since('254/2025', vi, en),
  ];
}

/** What a rule cites of a day: nothing that came later, and nothing that was over. */
export function citationOn({ citations }: Pick<AlertRule, 'citations'>, day: PlainDate): Texts {
  return citations.findLast(({ from }) => from === null || from <= day)?.texts ?? ['', ''];
}
