import type {
  BlockerCause,
  BlockerView,
  CapitalHeldBasisView,
  ClearanceStep,
  DecidingLevel,
} from '@thongvon/api-contract';
import { daysBetween, type PlainDate } from '@thongvon/kernel';
import { escalationAt } from '../domain/escalation-ladder';
import { HELD, OVERDUE, type BlockersQuery } from './blockers-sql';
import { PROJECT_REF, remarkCell, SEGMENT_REF } from './refs-sql';

/** Columns of a `BlockerRow`, over `blockersOn`. */
export const BLOCKER_COLUMNS = `b.blocker_id AS id, ${PROJECT_REF} AS project,
  ${SEGMENT_REF} AS segment,
  ${remarkCell('b.blocker_id')} AS "openedFrom",
  b.open, ${OVERDUE} AS overdue, b.cause, b.suggested_causes AS "suggestedCauses", b.step, b.description,
  b.responsible_unit AS "responsibleUnit", b.responsible_person AS "responsiblePerson", b.deciding_level AS "decidingLevel", b.contractor,
  b.opened_on AS "openedOn", b.opened_estimated AS "openedOnEstimated", b.due, b.last_action_on AS "lastActionOn",
  b.last_action AS "lastAction", b.reopened, b.unnamed_since AS "unnamedSince", b.closed_on AS "closedOn",
  b.closing_reason AS "closingReason", b.evidence, ${HELD} AS held, b.held_amount AS "setAmount", b.held_reason AS "setReason",
  c.planned, c.disbursed, c.figure_as_of AS "figureAsOf",
  (SELECT count(*)::int FROM blockers.blocker_position o WHERE o.project_id = b.project_id AND o.blocker_id <> b.blocker_id AND o.open
     AND o.valid_from <= q.as_of AND o.valid_to > q.as_of) AS "sharedWith"`;

export interface BlockerRow {
  id: string;
  project: BlockerView['project'];
  segment: BlockerView['segment'];
  openedFrom: BlockerView['openedFrom'];
  open: boolean;
  overdue: boolean | null;
  cause: BlockerCause;
  suggestedCauses: BlockerCause[];
  step: ClearanceStep | null;
  description: string;
  responsibleUnit: string | null;
  responsiblePerson: string | null;
  decidingLevel: DecidingLevel | null;
  contractor: string | null;
  openedOn: PlainDate;
  openedOnEstimated: boolean;
  due: PlainDate | null;
  lastActionOn: PlainDate | null;
  lastAction: string | null;
  reopened: number;
  unnamedSince: PlainDate | null;
  closedOn: PlainDate | null;
  closingReason: string | null;
  evidence: string | null;
  held: string | null;
  setAmount: string | null;
  setReason: string | null;
  planned: string | null;
  disbursed: string | null;
  figureAsOf: PlainDate | null;
  sharedWith: number;
}

/** A plain object of the shape that the contract's class describes. */
type ShownBlocker = Pick<BlockerView, keyof BlockerView>;

/** A blocker as the API shows it on the day asked for. */
export function toBlockerView(row: BlockerRow, query: BlockersQuery): ShownBlocker {
  const { open, overdue, due, openedOn, lastActionOn, lastAction, held, ...rest } = row;
  const {
    setAmount: _,
    setReason: _reason,
    planned: _plan,
    disbursed: _spent,
    figureAsOf: _date,
    sharedWith: _others,
    ...shown
  } = rest;
  const daysOverdue = due === null ? null : open && overdue === true ? daysBetween(due, query.asOf) : 0;
  return {
    ...shown,
    state: open ? (overdue === true ? 'overdue' : 'open') : 'closed',
    openedOn,
    due,
    daysOverdue,
    daysWithoutAction: daysBetween(lastActionOn ?? openedOn, query.asOf),
    lastAction: lastActionOn === null ? null : { on: lastActionOn, text: lastAction ?? '' },
    escalation: daysOverdue === null ? null : escalationAt(daysOverdue),
    capitalHeld: held,
    capitalHeldBasis: basisOf(row, query),
  };
}

function basisOf(row: BlockerRow, { planYear, denominator }: BlockersQuery): CapitalHeldBasisView {
  const { open, held, planned, disbursed, figureAsOf, setAmount, setReason, sharedWith } = row;
  return {
    method: setAmount === null ? 'plan-less-disbursed' : 'set-by-person',
    planYear,
    denominator,
    planned,
    disbursed,
    figureAsOf,
    reason: held !== null ? null : !open ? 'not-applicable' : planned === null ? 'no-plan' : 'not-reported',
    setReason,
    sharedWith,
  };
}
