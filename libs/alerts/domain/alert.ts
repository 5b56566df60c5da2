import type {
  AlertAction,
  AlertBasis,
  AlertConcern,
  AlertEventType,
  AlertRuleId,
  AlertSeverity,
  AlertState,
  AlertSubjectKind,
} from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';

/** A project as alerts name it. */
export interface AlertProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** What an alert is about. `id` of a capital line is project/source, of an office's source organisation/source. */
export interface AlertSubject {
  readonly kind: AlertSubjectKind;
  readonly id: string;
  readonly name: string;
}

/** What a person has said of an alert last. */
export interface AlertNote {
  readonly type: AlertAction;
  readonly reason: string;
  readonly actorId: string;
  readonly actorName: string;
  /** Business clock. */
  readonly at: Date;
}

/** An alert as it stands on a day. */
export interface AlertOnDay {
  readonly id: string;
  readonly rule: AlertRuleId;
  readonly state: AlertState;
  readonly severity: AlertSeverity;
  /** A person's turn: past a date or a limit, critical, and nobody has taken note of it. */
  readonly urgent: boolean;
  readonly subject: AlertSubject;
  /** Null: about an office as a whole. */
  readonly project: AlertProject | null;
  /** Whose it is. */
  readonly organization: { readonly id: string; readonly name: string };
  /** Null: not of a plan year. */
  readonly planYear: PlanYear | null;
  /** The capital that it is about, whole đồng. */
  readonly amount: Dong | null;
  readonly text: string;
  readonly textEn: string;
  /** What it was decided by, in `snapshotId`; amounts in whole đồng as texts. */
  readonly numbers: Readonly<Record<string, unknown>>;
  readonly snapshotId: string;
  /** The week that opened it, that of these numbers, and that in which it no longer held. */
  readonly openedOn: PlainDate;
  readonly changedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  /** Null unless it is put off. */
  readonly snoozedUntil: PlainDate | null;
  /** Null while nobody has said anything, and when the alert has outgrown it. */
  readonly note: AlertNote | null;
  /** Why it is open again although somebody had taken note of it or put it off; null: it isn't. */
  readonly reopened: { readonly on: PlainDate; readonly text: string; readonly textEn: string } | null;
}

/** Which alerts are meant, on which day; what is left out narrows nothing. */
export interface AlertFilter {
  readonly asOf: PlainDate;
  /** Without one, all that hold. */
  readonly state?: AlertState;
  readonly rule?: AlertRuleId;
  readonly severity?: AlertSeverity;
  readonly basis?: AlertBasis;
  readonly about?: AlertConcern;
  readonly projectId?: string;
  /** Words of the sentence: names of projects, offices and units are in it. */
  readonly q?: string;
}

/** Alerts that have a rule or a project in common; the other is null. Those about offices as a whole have no project. */
export interface AlertGroup {
  readonly rule: AlertRuleId | null;
  readonly project: AlertProject | null;
  /** How grave the gravest of them is. */
  readonly severity: AlertSeverity;
  /** How many they are; how many of them are critical, and urgent. */
  readonly alerts: number;
  readonly critical: number;
  readonly urgent: number;
  /** The week that opened the oldest of them. */
  readonly oldest: PlainDate;
}

/** How many alerts hold on a day, by whether someone has taken note of them. */
export interface AlertCounts {
  readonly open: number;
  /** The critical ones of these. */
  readonly openCritical: number;
  readonly acknowledged: number;
  readonly snoozed: number;
  /** The latest frozen week that the rules have looked at; null: none yet. */
  readonly week: PlainDate | null;
}

/** A moment in the life of an alert: what its rule found in a week, or what a person did about it. */
export interface AlertMoment {
  readonly type: AlertEventType;
  /** The week, or the day of a person's action. */
  readonly on: PlainDate;
  /** When it was written down; business clock. */
  readonly at: Date;
  /** Revision of the frozen week. */
  readonly revision: number | null;
  readonly text: string | null;
  readonly textEn: string | null;
  /** Whole đồng. */
  readonly amount: Dong | null;
  readonly reason: string | null;
  readonly snoozedUntil: PlainDate | null;
  readonly actorId: string | null;
  readonly actorName: string | null;
}
