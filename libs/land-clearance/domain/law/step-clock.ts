import type { ClearanceStep, LandType, StepAlert } from '@thongvon/api-contract';
import { daysBetween, monthsAfter, type PlainDate } from '@thongvon/kernel';
import type { Proof } from '../proof';
import { type Deadline, deadlinesOf, mayEnforce } from './deadlines';
import { NOTICE_VALID_MONTHS } from './limits';
import { type StepEntry, STEPS } from './steps';
import type { WorkCalendar } from './work-calendar';

/** What the law says of one project, segment or batch is reckoned from. */
export interface Clearance {
  readonly states: ReadonlyMap<ClearanceStep, StepState>;
  /** Open blockers by the step that they stop. */
  readonly blocked: ReadonlySet<ClearanceStep>;
  /** All households, or all of the area, are reported as handed over. */
  readonly allHandedOver: boolean;
  readonly calendar: WorkCalendar;
  readonly today: PlainDate;
}

/** A step with its clocks and what deserves a look. */
export interface SteppedClock {
  readonly entry: StepEntry;
  readonly state: StepState;
  readonly deadlines: readonly Deadline[];
  /** The last day by law or handbook, of the earliest limit that runs. */
  readonly due: Deadline | undefined;
  /** Days past a binding last day, done or not; 0 when in time. */
  readonly daysOverdue: number;
  readonly alerts: readonly StepAlert[];
}

const CONDITIONAL = new Set(STEPS.filter(({ conditional }) => conditional).map(({ step }) => step));

/** Days before its end from which a notice is worth a look. */
const NOTICE_WARNING_DAYS = 30;

/** The clocks of all steps, in their order. */
export function stepClocks(clearance: Clearance): SteppedClock[] {
  const { states, today } = clearance;
  const known = new Map([...states].map(([step, state]) => [step, asOfToday(state, today)]));
  const stateOf = (step: ClearanceStep): StepState => known.get(step) ?? UNTOUCHED;
  return STEPS.map((entry) => clockOf(entry, stateOf, clearance));
}

function clockOf(
  entry: StepEntry,
  stateOf: (step: ClearanceStep) => StepState,
  clearance: Clearance,
): SteppedClock {
  const { calendar, today } = clearance;
  const state = stateOf(entry.step);
  const landType = stateOf('recovery-notice').landType;
  const deadlines = state.notApplicable ? [] : deadlinesOf(entry.step, stateOf, calendar, landType);
  const last = deadlines
    .filter(({ limit }) => limit.type === 'at-most')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const until = state.done ?? today;
  const missed = last.find(({ binding, date }) => binding && date < until);
  const daysOverdue = missed ? daysBetween(missed.date, until) : 0;
  return {
    entry,
    state,
    deadlines,
    due: last[0],
    daysOverdue,
    alerts: alertsOf({ entry, state, stateOf, deadlines, daysOverdue }, clearance),
  };
}

/** What is dated later hasn't happened yet. */
function asOfToday(state: StepState, today: PlainDate): StepState {
  const past = (date: PlainDate | null): PlainDate | null => (date !== null && date <= today ? date : null);
  return { ...state, started: past(state.started), done: past(state.done) };
}

interface Looked {
  readonly entry: StepEntry;
  readonly state: StepState;
  readonly stateOf: (step: ClearanceStep) => StepState;
  readonly deadlines: readonly Deadline[];
  readonly daysOverdue: number;
}

function alertsOf(looked: Looked, clearance: Clearance): StepAlert[] {
  const { entry, state, daysOverdue } = looked;
  const { blocked, allHandedOver, today } = clearance;
  const reported: readonly (readonly [StepAlert, boolean])[] = [
    ['STEP-OVERDUE', daysOverdue > 0 && state.done === null],
    ['STEP-TOO-EARLY', isTooEarly(looked, clearance.calendar)],
    ['STEP-ORDER', isOutOfOrder(looked)],
    ['STEP-WITHOUT-DATE-OR-DOCUMENT', lacksProof(state)],
    ['STEP-BLOCKED', blocked.has(entry.step)],
    ['NOTICE-EXPIRES', entry.step === 'recovery-notice' && noticeExpires(looked, today)],
    ['HANDOVER-WITHOUT-RECORD', entry.step === 'site-handover' && allHandedOver && !hasProof(state)],
  ];
  return reported.flatMap(([alert, is]) => (is ? [alert] : []));
}

function isTooEarly({ entry, state, deadlines }: Looked, calendar: WorkCalendar): boolean {
  const { done } = state;
  if (done === null) return false;
  if (entry.step === 'enforcement' && !mayEnforce(done, calendar)) return true;
  return deadlines.some(
    ({ limit, date }) => limit.type === 'at-least' && limit.basis === 'law' && done < date,
  );
}

/** Begun or done while a step that comes before is neither done nor set aside. A conditional one counts once begun. */
function isOutOfOrder({ entry, state, stateOf }: Looked): boolean {
  if (state.started === null && state.done === null) return false;
  return entry.after.some((step) => {
    const before = stateOf(step);
    return !isSettled(before) && !(CONDITIONAL.has(step) && before.started === null);
  });
}

const hasProof = ({ done, evidence }: StepState): boolean => done !== null && evidence !== null;

/** Said to be done, or to be at 100 %, without a date or a document. */
function lacksProof(state: StepState): boolean {
  return (state.done !== null || state.percent === 100) && !hasProof(state);
}

/** A notice ends after twelve months; the recovery decision has to come before. */
function noticeExpires({ state, stateOf }: Looked, today: PlainDate): boolean {
  if (state.done === null || isSettled(stateOf('recovery-decision'))) return false;
  const end = monthsAfter(state.done, NOTICE_VALID_MONTHS);
  return daysBetween(today, end) <= NOTICE_WARNING_DAYS;
}

/** What a person can record of a step. What is left out stays; null takes back. */
export interface StepFields {
  readonly planned?: PlainDate | null;
  readonly started?: PlainDate | null;
  readonly done?: PlainDate | null;
  readonly percent?: number | null;
  /** "Không áp dụng", with a reason. */
  readonly notApplicable?: boolean;
  readonly landType?: LandType | null;
  /** Number and date of the document. */
  readonly evidence?: string | null;
  readonly proof?: Proof | null;
  readonly reason?: string | null;
}

/** How a step of one project, segment or batch stands. */
export interface StepState {
  readonly planned: PlainDate | null;
  readonly started: PlainDate | null;
  readonly done: PlainDate | null;
  readonly percent: number | null;
  readonly notApplicable: boolean;
  readonly landType: LandType | null;
  readonly evidence: string | null;
  /** What the evidence points to. */
  readonly proof: Proof | null;
  readonly reason: string | null;
}

export const UNTOUCHED: StepState = {
  planned: null,
  started: null,
  done: null,
  percent: null,
  notApplicable: false,
  landType: null,
  evidence: null,
  proof: null,
  reason: null,
};

export interface StepRecord {
  readonly step: ClearanceStep;
  readonly fields: StepFields;
}

/** The state of each step that anything was recorded of, from the records in the order in which they were written. */
export function stepStates(records: readonly StepRecord[]): Map<ClearanceStep, StepState> {
  const states = new Map<ClearanceStep, StepState>();
  for (const { step, fields } of records) states.set(step, { ...(states.get(step) ?? UNTOUCHED), ...fields });
  return states;
}

/** Done, or not applicable. */
export const isSettled = ({ done, notApplicable }: StepState): boolean => notApplicable || done !== null;
