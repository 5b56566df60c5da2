import type { EntityManager } from 'typeorm';
import type { ProposalState } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { Conditions, type ListSource } from '@thongvon/platform';
import type { Declaration, ProposalLine } from '../domain/checks';
import { Proposal, ProposalDeclarationRow, ProposalEntry, ProposalLineRow } from './entities/proposal';

/** A proposal as lists show it: what its newest draft holds, and what became of it. */
export interface ProposalRow {
  readonly id: string;
  readonly organizationId: string;
  readonly office: string;
  readonly planYear: PlanYear;
  readonly title: string;
  readonly week: PlainDate;
  readonly revision: number;
  /** Id of the entry that holds its lines. */
  readonly draftId: string;
  readonly state: ProposalState;
  readonly nth: number;
  readonly decisionNumber: string | null;
  readonly decidedOn: PlainDate | null;
  readonly by: string;
  readonly at: Date;
  /** Whole đồng as text. */
  readonly moved: string;
  readonly lines: number;
  readonly outdated: boolean;
}

const COLUMNS = `p.id, p.organization_id AS "organizationId", o.name AS office, p.plan_year AS "planYear", draft.title, draft.week,
  draft.revision, draft.id AS "draftId", last.state, last.nth, last.decision_number AS "decisionNumber",
  last.decided_on AS "decidedOn", u.name AS by, last.recorded_at AS at, sums.moved, sums.lines,
  EXISTS (SELECT FROM snapshots.week_ref w WHERE (w.week, w.revision) > (draft.week, draft.revision)) AS outdated`;
const FROM = `reallocation.proposal p
  JOIN LATERAL (SELECT * FROM reallocation.proposal_entry WHERE proposal_id = p.id ORDER BY nth DESC LIMIT 1) last ON true
  JOIN LATERAL (
    SELECT * FROM reallocation.proposal_entry WHERE proposal_id = p.id AND state = 'draft' ORDER BY nth DESC LIMIT 1
  ) draft ON true
  JOIN LATERAL (
    SELECT sum(amount)::text AS moved, count(*)::integer AS lines FROM reallocation.proposal_line WHERE entry_id = draft.id
  ) sums ON true
  JOIN organizations.user_ref u ON u.id = last.actor_id
  JOIN organizations.organization_ref o ON o.id = p.organization_id`;

/** Those of these offices, what was kept last first: rows of a `ProposalRow`. */
export function proposalList(scope: readonly string[], q?: string): ListSource {
  const where = new Conditions().and((ids) => `p.organization_id = ANY(${ids}::uuid[])`, scope);
  if (q !== undefined && q.trim() !== '')
    where.and(
      (words) => `concat_ws(' ', draft.title, last.decision_number) ILIKE ${words}`,
      `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`,
    );
  return {
    columns: COLUMNS,
    from: FROM,
    where,
    sort: [
      { sql: 'last.recorded_at', type: 'timestamptz' },
      { sql: 'p.id', type: 'uuid' },
    ],
    descending: true,
  };
}

/** One of them; undefined: there is none, or it is of another office. */
export async function visibleProposal(
  manager: EntityManager,
  scope: readonly string[],
  id: string,
): Promise<ProposalRow | undefined> {
  const [row] = await manager.query<ProposalRow[]>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = $1 AND p.organization_id = ANY($2::uuid[])`,
    [id, scope],
  );
  return row;
}

/** A project as the register names it now. */
export interface NamedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly owner: string | null;
}

/** A line with what it names. */
export interface NamedLine {
  readonly giver: NamedProject;
  readonly receiver: NamedProject;
  readonly source: { readonly code: string; readonly label: string };
  /** Whole đồng as text. */
  readonly amount: string;
}

const NAMED = (project: string): string =>
  `json_build_object('id', ${project}.id, 'code', ${project}.code, 'name', ${project}.name, 'owner', ${project}.owner_name)`;

/** The lines of a draft, in their order. */
export function linesOf(manager: EntityManager, draftId: string): Promise<NamedLine[]> {
  return manager.query<NamedLine[]>(
    `SELECT ${NAMED('g')} AS giver, ${NAMED('r')} AS receiver,
       json_build_object('code', l.source_code, 'label', coalesce(s.label, l.source_code)) AS source, l.amount::text AS amount
     FROM reallocation.proposal_line l JOIN projects.project_ref g ON g.id = l.giver_id
       JOIN projects.project_ref r ON r.id = l.receiver_id LEFT JOIN projects.source_ref s ON s.code = l.source_code
     WHERE l.entry_id = $1 ORDER BY l.place`,
    [draftId],
  );
}

export function declarationsOf(manager: EntityManager, draftId: string): Promise<Declaration[]> {
  return manager.query<Declaration[]>(
    `SELECT project_id AS "projectId", about, note FROM reallocation.proposal_declaration
     WHERE entry_id = $1 ORDER BY project_id, about`,
    [draftId],
  );
}

/** An entry of a proposal's history, with who made it. */
export interface HistoryEntry {
  readonly nth: number;
  readonly state: ProposalState;
  readonly title: string | null;
  readonly week: PlainDate | null;
  readonly moved: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: PlainDate | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** Oldest first. */
export function historyOf(manager: EntityManager, proposalId: string): Promise<HistoryEntry[]> {
  return manager.query<HistoryEntry[]>(
    `SELECT e.nth, e.state, e.title, e.week, e.decision_number AS "decisionNumber", e.decided_on AS "decidedOn", e.note,
       u.name AS by, e.recorded_at AS at,
       (SELECT sum(amount)::text FROM reallocation.proposal_line WHERE entry_id = e.id) AS moved
     FROM reallocation.proposal_entry e JOIN organizations.user_ref u ON u.id = e.actor_id
     WHERE e.proposal_id = $1 ORDER BY e.nth`,
    [proposalId],
  );
}

/** Of these projects those of which a plan or figures began or ceased to count after an instant. */
export function touchedSince(
  manager: EntityManager,
  projectIds: readonly string[],
  after: Date,
): Promise<NamedProject[]> {
  return manager.query<NamedProject[]>(
    `SELECT p.id, p.code, p.name, p.owner_name AS owner FROM projects.project_ref p
     WHERE p.id = ANY($1::uuid[]) AND EXISTS (
       SELECT FROM returns.return_effect_ref e JOIN (
         SELECT return_id, project_id FROM capital.allocation_ref
         UNION ALL SELECT return_id, project_id FROM capital.figure_ref
       ) said ON said.return_id = e.return_id
       WHERE e.at > $2 AND said.project_id = p.id
     ) ORDER BY p.name, p.id`,
    [projectIds, after],
  );
}

/** What was kept under this key; null: nothing. */
export function entryUnder(
  manager: EntityManager,
  actorId: string,
  clientKey: string,
): Promise<ProposalEntry | null> {
  return manager.findOneBy(ProposalEntry, { actorId, clientKey });
}

/** Those who write to it wait for each other until the transaction ends. How far its history is; undefined: there is none of this id. */
export async function lockProposal(
  manager: EntityManager,
  id: string,
): Promise<
  { readonly organizationId: string; readonly nth: number; readonly state: ProposalState } | undefined
> {
  await manager.query('SELECT FROM reallocation.proposal WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const [row] = await manager.query<{ organizationId: string; nth: number; state: ProposalState }[]>(
    `SELECT p.organization_id AS "organizationId", e.nth, e.state FROM reallocation.proposal p
       JOIN reallocation.proposal_entry e ON e.proposal_id = p.id
     WHERE p.id = $1 ORDER BY e.nth DESC LIMIT 1`,
    [id],
  );
  return row;
}

export async function insertProposal(manager: EntityManager, proposal: Proposal): Promise<void> {
  await manager.insert(Proposal, proposal);
}

/** Appends it with its lines, if it is a draft; what is there already fails in the database (`proposal_entry_once`, `proposal_entry_nth`). */
export async function insertEntry(
  manager: EntityManager,
  entry: ProposalEntry,
  lines: readonly ProposalLine[] = [],
  declared: readonly Declaration[] = [],
): Promise<void> {
  await manager.insert(ProposalEntry, entry);
  const rows = lines.map(({ giverId, receiverId, source, amount }, index) => ({
    ...{ entryId: entry.id, place: index + 1, giverId, receiverId, sourceCode: source, amount },
  }));
  if (rows.length > 0) await manager.insert(ProposalLineRow, rows);
  if (declared.length > 0)
    await manager.insert(
      ProposalDeclarationRow,
      declared.map((one) => ({ ...one, entryId: entry.id })),
    );
}
