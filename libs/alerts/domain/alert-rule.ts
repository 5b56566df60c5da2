import type {
  AlertBasis,
  AlertRuleId,
  AlertSeverity,
  AlertSubjectKind,
  ThresholdUnit,
} from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import type { EarlierWeek, WeekFacts } from './week-facts';

/** Vietnamese first, English second. */
export type Texts = readonly [vi: string, en: string];

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

/** A rule: data for those who read and set it, and a pure function of frozen weeks. */
export interface AlertRule {
  readonly id: AlertRuleId;
  readonly title: Texts;
  readonly severity: AlertSeverity;
  readonly basis: AlertBasis;
  /** Where it is from, the article or the practice, by the day from which it is cited; oldest first. */
  readonly citations: readonly Citation[];
  readonly subjects: readonly AlertSubjectKind[];
  /** About money that goes slowly: a low rate by itself is nobody's turn today. */
  readonly ofPace?: true;
  /** Not about pace, but its amount is of the project's figures, or is due by them: it says how old they are. */
  readonly byFigures?: true;
  /** Looks at sources one by one: something can be set for one. */
  readonly bySource?: true;
  /** Looked at for each plan year that the week belongs to; else once. */
  readonly yearly: boolean;
  readonly thresholds: readonly Threshold[];
  /** How many earlier weeks it looks at, given the largest thresholds in force. */
  readonly weeksBack: (largest: ThresholdValues) => number;
  readonly evaluate: (situation: Situation) => Firing[];
}
