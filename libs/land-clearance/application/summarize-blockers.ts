import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  BlockerCause,
  BlockerGrouping,
  BlockerGroupView,
  BlockerSeriesPointView,
  BlockerSummaryView,
} from '@thongvon/contracts';
import { addDays, groupBy, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { ageingOf, heldTotal, type HeldBlocker, type HeldTotal } from '../domain/capital-held';
import { CAUSES } from '../domain/causes';
import { blockersOn, REMAINING, type BlockersQuery } from '../infrastructure/blockers-sql';
import { filterBlockers, type BlockerFilter } from './list-blockers';

interface OpenBlockerRow extends HeldBlocker {
  readonly cause: BlockerCause;
  readonly suggestedCause: BlockerCause | null;
  readonly responsibleUnit: string | null;
  readonly responsibleUnitKey: string | null;
  readonly decidingLevel: string | null;
  readonly contractor: string | null;
  readonly contractorKey: string | null;
}

interface Grouping {
  readonly key: (row: OpenBlockerRow) => string | null;
  readonly label: (row: OpenBlockerRow) => string | null;
  readonly suggested?: (row: OpenBlockerRow) => boolean;
}

const labelOf = (cause: BlockerCause): string => CAUSES.find(({ code }) => code === cause)?.label ?? cause;
const isSuggested = ({ cause, suggestedCause }: OpenBlockerRow): boolean =>
  cause === 'unclassified' && suggestedCause !== null;
const likelyCause = (row: OpenBlockerRow): BlockerCause =>
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

export type SummaryFilter = Pick<BlockerFilter, 'cause' | 'responsibleUnit' | 'contractor' | 'projectId'>;

const WEEK = 7;

/** How much capital open blockers hold, in all, by groups and by due date, on a day or through time. */
@Injectable()
export class SummarizeBlockers {
  constructor(private readonly dataSource: DataSource) {}

  async summarize(
    actor: Actor,
    query: BlockersQuery & SummaryFilter & { readonly groupBy?: BlockerGrouping },
  ): Promise<BlockerSummaryView> {
    const { asOf, planYear, denominator, groupBy: grouping } = query;
    const rows = await openBlockers(this.dataSource.manager, actor, query, query);
    return {
      asOf,
      planYear,
      denominator,
      ...heldTotal(rows, asOf),
      ageing: ageingOf(rows, asOf),
      groups: grouping === undefined ? [] : groupsOf(rows, grouping, asOf),
    };
  }

  /** The total alone; in the transaction of `manager` if given. */
  async total(
    actor: Actor,
    query: BlockersQuery & SummaryFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<HeldTotal> {
    return heldTotal(await openBlockers(manager, actor, query, query), query.asOf);
  }

  /** A point every seven days from `from` to `to`; all see one state of the database. */
  series(
    actor: Actor,
    range: Omit<BlockersQuery, 'asOf'> & SummaryFilter & { readonly from: PlainDate; readonly to: PlainDate },
  ): Promise<BlockerSeriesPointView[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const points: BlockerSeriesPointView[] = [];
      for (let asOf = range.from; asOf <= range.to; asOf = addDays(asOf, WEEK)) {
        points.push({ asOf, ...(await this.total(actor, { ...range, asOf }, manager)) });
      }
      return points;
    });
  }
}

function groupsOf(
  rows: readonly OpenBlockerRow[],
  grouping: BlockerGrouping,
  asOf: PlainDate,
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
      ...heldTotal(members, asOf),
      ageing: ageingOf(members, asOf),
    })),
  );
  const size = ({ capitalHeld }: HeldTotal): bigint => BigInt(capitalHeld ?? -1);
  return groups.toSorted((a, b) =>
    size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : b.blockers - a.blockers,
  );
}

async function openBlockers(
  manager: EntityManager,
  actor: Actor,
  query: BlockersQuery,
  { cause, responsibleUnit, contractor, projectId }: SummaryFilter,
): Promise<OpenBlockerRow[]> {
  const { from, where } = blockersOn(actor, query, 'of-all');
  const given = Object.entries({ cause, responsibleUnit, contractor, projectId }).filter(
    ([, value]) => value !== undefined,
  );
  filterBlockers(where, { state: 'open', ...Object.fromEntries(given) });
  const rows = await manager.query<
    (Omit<OpenBlockerRow, 'setAmount' | 'remaining'> & {
      setAmount: string | null;
      remaining: string | null;
    })[]
  >(
    `SELECT b.project_id AS "projectId", b.due, b.cause, b.suggested_causes[1] AS "suggestedCause",
       b.responsible_unit AS "responsibleUnit",
       b.responsible_unit_key AS "responsibleUnitKey", b.deciding_level AS "decidingLevel", b.contractor,
       b.contractor_key AS "contractorKey", b.held_amount AS "setAmount",
       ${REMAINING} AS remaining
     FROM ${from} WHERE ${where.sql} ORDER BY b.due, b.blocker_id`,
    [...where.parameters],
  );
  return rows.map((row) => ({ ...row, setAmount: amount(row.setAmount), remaining: amount(row.remaining) }));
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
