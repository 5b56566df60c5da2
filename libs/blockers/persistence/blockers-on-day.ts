import { DataSource, type EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { type BlockedSql, remainingSql } from '@thongvon/capital';
import { daysBetween, dongOf, groupBy, nextLetterDay, type PlainDate } from '@thongvon/kernel';
import { SEGMENT_REF } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_REF, seesClearance, visibleClearance } from '@thongvon/projects';
import type { StoredBlocker } from '../domain/blocker-on-day';
import type { BlockersQuery, GroupedBlocker } from '../domain/capital-held';
import { remarkCell } from './remark-rows';
import { officeRef } from './unit-matches';
import { visibleBlockers } from './who-sees';

/** SQL over `BlockerSource.from`: the state of blocker `b` on day `q.as_of`. */
export const OVERDUE = '(b.open AND b.due < q.as_of)';
/** By the day of the next letter: `isDueSoon` of the kernel. */
export const DUE_SOON = '(b.open AND b.due BETWEEN q.as_of AND q.next_letter_on)';
export const IDLE_SINCE = 'coalesce(b.last_action_on, b.opened_on)';
/** Null when either isn't known (greatest() would make it zero). */
const REMAINING = '(CASE WHEN c.planned < c.disbursed THEN 0 ELSE c.planned - c.disbursed END)';
/** What it holds; null when closed or not known. */
export const HELD = `(CASE WHEN b.open THEN coalesce(b.held_amount, ${REMAINING}) END)`;

export interface BlockerSource {
  /** Tables and joins: position `b`, project `p`, the question `q`, and as asked for capital `c` and segment `s`. */
  readonly from: string;
  /** Only what the actor may see, as it stands on the day. */
  readonly where: Conditions;
  /** The placeholder of the actor's offices. */
  readonly ids: string;
}

/** Expressions of the day that is asked about, of that of the figures, and of that of the next letter. */
interface Days {
  readonly day: string;
  readonly figuresDay: string;
  readonly nextLetter: string;
}

/**
 * Blockers as they stand on a day. What their projects have planned and disbursed (`c`) is joined where it is needed
 * `of-all` (to sum, to sort by it), or `of-few` (for the rows of a page), each in the way that is cheap for it; with
 * `of-few` comes the segment `s`.
 */
export function blockersOn(
  actor: Actor,
  { asOf, figuresAsOf = asOf, ...plan }: BlockersQuery,
  capital: 'none' | 'of-all' | 'of-few',
): BlockerSource {
  const sight = visibleBlockers(actor);
  const { where } = sight;
  const day = (value: PlainDate): string => `${where.parameter(value)}::date`;
  const days = { day: day(asOf), figuresDay: day(figuresAsOf), nextLetter: day(nextLetterDay(asOf)) };
  return blockersOf(sight, days, plan, capital);
}

function blockersOf(
  { where, ids }: Pick<BlockerSource, 'where' | 'ids'>,
  { day, figuresDay, nextLetter }: Days,
  { planYear, denominator }: Pick<BlockersQuery, 'planYear' | 'denominator'>,
  capital: 'none' | 'of-all' | 'of-few',
): BlockerSource {
  const year = `${where.parameter(planYear)}::int`;
  const remaining = remainingSql(denominator, year, figuresDay);
  const joins = {
    none: '',
    'of-all': `LEFT JOIN (${remaining}) c ON c.project_id = b.project_id`,
    'of-few': `LEFT JOIN land_clearance.clearance_segment_ref s ON s.id = b.segment_id
      LEFT JOIN LATERAL (SELECT * FROM (${remaining}) r WHERE r.project_id = b.project_id) c ON true`,
  };
  const from = `blockers.blocker_position b JOIN projects.project_ref p ON p.id = b.project_id
    CROSS JOIN (SELECT ${day} AS as_of, ${year} AS plan_year, ${nextLetter} AS next_letter_on, ${figuresDay} AS figures_on) q ${joins[capital]}`;
  return { from, where: where.also(`b.valid_from <= ${day} AND b.valid_to > ${day}`), ids };
}

const HOLDER = 'coalesce(p.owner_id, p.registered_by)';

/** The ladder that the top office above who holds the project has set; nothing is looked for where nobody has set any. */
const LADDER = `CASE WHEN EXISTS (SELECT FROM organizations.escalation_ref) THEN (
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM organizations.organization_ref WHERE id = ${HOLDER}
      UNION SELECT over.id, over.parent_id FROM organizations.organization_ref over JOIN above ON over.id = above.parent_id
    )
    SELECT e.ladders -> 'blocker' FROM above JOIN organizations.escalation_ref e ON e.organization_id = above.id
    WHERE above.parent_id IS NULL ORDER BY e.id DESC LIMIT 1
  ) END`;

/** Columns of a `StoredBlocker`, over `blockersOn`; `ids`: the placeholder of the actor's offices. */
const blockerColumns = (ids: string): string => `b.blocker_id AS id, ${PROJECT_REF} AS project,
  ${SEGMENT_REF} AS segment,
  ${remarkCell('b.blocker_id')} AS "openedFrom",
  b.open, b.cause, b.suggested_causes AS "suggestedCauses", b.step, b.description,
  b.responsible_unit AS "responsibleUnit", b.responsible_person AS "responsiblePerson", b.deciding_level AS "decidingLevel", b.contractor,
  ${officeRef('b.responsible_office_id')} AS "responsibleOffice", ${officeRef(HOLDER)} AS holder, b.turn_since AS "turnSince",
  b.due_proposal AS "dueProposal", b.handover_proposal AS "handoverProposal", ${officeRef('b.handover_to')} AS "handoverTo",
  ${seesClearance(ids)} AS "isOwn", ${LADDER} AS ladder,
  b.opened_on AS "openedOn", b.opened_estimated AS "openedOnEstimated", b.due, b.last_action_on AS "lastActionOn",
  b.last_action AS "lastAction", b.reopened, b.unnamed_since AS "unnamedSince", b.closed_on AS "closedOn",
  b.closing_reason AS "closingReason", b.evidence, ${HELD} AS held, b.held_amount AS "setAmount", b.held_reason AS "setReason",
  c.planned, c.disbursed, c.figure_as_of AS "figureAsOf",
  (SELECT count(*)::int FROM blockers.blocker_position o WHERE o.project_id = b.project_id AND o.blocker_id <> b.blocker_id AND o.open
     AND o.valid_from <= q.as_of AND o.valid_to > q.as_of) AS "sharedWith"`;

type Amounts = 'held' | 'setAmount' | 'planned' | 'disbursed';

/** Those that a source has, in no order. */
export async function storedBlockers(
  manager: EntityManager,
  { from, where, ids }: BlockerSource,
): Promise<StoredBlocker[]> {
  const rows = await manager.query<(Omit<StoredBlocker, Amounts> & Record<Amounts, string | null>)[]>(
    `SELECT ${blockerColumns(ids)} FROM ${from} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return rows.map((row) => ({
    ...row,
    held: dongOf(row.held),
    setAmount: dongOf(row.setAmount),
    planned: dongOf(row.planned),
    disbursed: dongOf(row.disbursed),
  }));
}

/** With the date of the newest figure of its project. */
export interface DatedBlocker extends GroupedBlocker {
  readonly figureAsOf: PlainDate | null;
  /** The project is one of those whose plans and figures are summed for the actor. */
  readonly isHeld: boolean;
}

/** Columns of a `DatedBlocker`, over `blockersOn` with capital. */
const datedColumns = (
  ids: string,
): string => `b.project_id AS "projectId", b.due, b.cause, b.suggested_causes[1] AS "suggestedCause",
  b.responsible_unit AS "responsibleUnit", b.responsible_unit_key AS "responsibleUnitKey",
  b.deciding_level AS "decidingLevel", b.contractor, b.contractor_key AS "contractorKey", b.held_amount AS "setAmount",
  ${REMAINING} AS remaining, c.figure_as_of AS "figureAsOf", ${HOLDER} = ANY(${ids}::uuid[]) AS "isHeld"`;

type DatedRow = Omit<DatedBlocker, 'setAmount' | 'remaining'> & {
  readonly setAmount: string | null;
  readonly remaining: string | null;
};

const toDated = <Row extends DatedRow>(row: Row) => ({
  ...row,
  setAmount: dongOf(row.setAmount),
  remaining: dongOf(row.remaining),
});

/** Blockers of a source with capital, earliest due first, as sums need them. */
export async function openRows(
  manager: EntityManager,
  { from, where, ids }: BlockerSource,
): Promise<DatedBlocker[]> {
  const rows = await manager.query<DatedRow[]>(
    `SELECT ${datedColumns(ids)} FROM ${from} WHERE ${where.sql} ORDER BY b.due, b.blocker_id`,
    [...where.parameters],
  );
  return rows.map(toDated);
}

/** The same of each of these days, in one statement; `filter` adds conditions. The figures are those of the day itself. */
export async function openRowsOfDays(
  manager: EntityManager,
  actor: Actor,
  {
    days,
    ...plan
  }: Pick<BlockersQuery, 'planYear' | 'denominator'> & { readonly days: readonly PlainDate[] },
  capital: 'of-all' | 'of-few',
  filter: (where: Conditions) => void,
): Promise<Map<PlainDate, DatedBlocker[]>> {
  const sight = visibleBlockers(actor);
  const all = `${sight.where.parameter(days)}::date[]`;
  const each = { day: 'asked.day', figuresDay: 'asked.day', nextLetter: 'NULL::date' };
  const { from, where, ids } = blockersOf(sight, each, plan, capital);
  filter(where);
  const rows = await manager.query<(DatedRow & { on: PlainDate })[]>(
    `SELECT asked.day AS "on", found.* FROM unnest(${all}) AS asked (day)
       CROSS JOIN LATERAL (SELECT ${datedColumns(ids)} FROM ${from} WHERE ${where.sql}) found`,
    [...where.parameters],
  );
  return groupBy(rows.map(toDated), ({ on }) => on);
}

/** The open blocker of a project that is due first. */
export interface FirstDue {
  readonly description: string;
  /** Null: no day is set for it, nor for any other of the project. */
  readonly due: PlainDate | null;
  /** On the day that was asked for; 0: not overdue, null: no day is set. */
  readonly daysOverdue: number | null;
}

/** Which of the projects that the actor's offices hold, or whose land they clear, have an open blocker, and which is due first. */
@Injectable()
export class BlockedProjects {
  constructor(private readonly dataSource: DataSource) {}

  /** How many projects that the actor sees have an open blocker on the day. */
  async count(
    actor: Actor,
    asOf: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<number> {
    const parameters = new Conditions();
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(DISTINCT project_id)::int AS count FROM (${blockedProjectsSql(actor, asOf)(parameters)}) blocked`,
      [...parameters.parameters],
    );
    return row?.count ?? 0;
  }

  /** By project the one of them that is due first; those without a day come last. */
  async firstDue(
    actor: Actor,
    asOf: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, FirstDue>> {
    const where = openOn(actor, asOf);
    const rows = await manager.query<{ projectId: string; description: string; due: PlainDate | null }[]>(
      `SELECT DISTINCT ON (b.project_id) b.project_id AS "projectId", b.description, b.due FROM ${OF_PROJECTS}
       WHERE ${where.sql} ORDER BY b.project_id, coalesce(b.due, 'infinity'), b.blocker_id`,
      [...where.parameters],
    );
    return new Map(
      rows.map(({ projectId, description, due }) => [
        projectId,
        { description, due, daysOverdue: due === null ? null : Math.max(0, daysBetween(due, asOf)) },
      ]),
    );
  }
}

/** SQL for the ids of `BlockedProjects`, to be a part of another statement. */
export function blockedProjectsSql(actor: Actor, asOf: PlainDate): BlockedSql {
  return (parameters) => {
    const day = `${parameters.parameter(asOf)}::date`;
    return `SELECT b.project_id FROM ${OF_PROJECTS}
      WHERE ${seesClearance(parameters.parameter(actor.scope))} AND b.open AND b.valid_from <= ${day} AND b.valid_to > ${day}`;
  };
}

const OF_PROJECTS = 'blockers.blocker_position b JOIN projects.project_ref p ON p.id = b.project_id';

const openOn = (actor: Actor, asOf: PlainDate): Conditions =>
  visibleClearance(actor)
    .and((day) => `b.valid_from <= ${day}::date AND b.valid_to > ${day}::date`, asOf)
    .also('b.open');
