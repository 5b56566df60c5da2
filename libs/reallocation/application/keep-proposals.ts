import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProposalState } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, dateInFuture, isUniqueViolation, SystemClock } from '@thongvon/platform';
import { declarationsFor } from '../domain/checks';
import type { ProposalEntry } from '../persistence/entities/proposal';
import { entryUnder, insertEntry, insertProposal, lockProposal } from '../persistence/proposal-rows';
import { ReallocationDesk, tried, type WantedLines } from './desk';
import { problems } from './problems';

/** A proposal as somebody wants it kept. */
export interface WantedProposal extends WantedLines {
  readonly clientKey: string;
  readonly title: string;
}

/** What became of one outside of the system. */
export interface WantedOutcome {
  readonly clientKey: string;
  readonly after: number;
  readonly state: Exclude<ProposalState, 'draft'>;
  readonly decisionNumber?: string;
  readonly decidedOn?: PlainDate;
  readonly note?: string;
}

type Content = Pick<
  ProposalEntry,
  'state' | 'title' | 'week' | 'revision' | 'decisionNumber' | 'decidedOn' | 'note'
>;

/** Keeps proposals and what becomes of them. The same request again keeps nothing again; no plan changes. */
@Injectable()
export class KeepProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: ReallocationDesk,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /**
   * A draft: a new proposal, or the next draft of one (`id`) of which the entry `after` was seen last. Gives its id. Throws PROPOSAL-INVALID,
   * REALLOCATION-WEEK-CHANGED, PROPOSAL-NOT-FOUND, PROPOSAL-NOT-YOURS, PROPOSAL-CHANGED, PROPOSAL-DECIDED and PROPOSAL-KEY-REUSED.
   */
  async keep(actor: Actor, wanted: WantedProposal, next?: { id: string; after: number }): Promise<string> {
    return this.once(actor, wanted.clientKey, hashOf(wanted, next), async (manager, request) => {
      const title = cleanText(wanted.title);
      if (matchKey(title) === '') throw problems.blank('title');
      const latest = await this.desk.latest(manager);
      if (wanted.week !== latest.week || wanted.revision !== latest.revision)
        throw problems.weekChanged(latest.week);
      const desk = await this.desk.load(latest, actor.scope, manager);
      const declared = wanted.declared
        .map((one) => ({ ...one, note: cleanText(one.note) }))
        .filter(({ note }) => matchKey(note) !== '');
      const { open, issues } = tried(desk, wanted.lines, declared);
      if (open.length > 0) throw problems.invalid(open);
      const id = next?.id ?? randomUUID();
      if (!next)
        await insertProposal(manager, {
          ...{ id, organizationId: actor.organizationId, planYear: desk.planYear, recordedAt: request.at },
        });
      const nth = next ? await this.nextOf(manager, actor, next) : 1;
      const { week, revision } = latest;
      const entry = entryOf(request, { proposalId: id, nth }, { state: 'draft', title, week, revision });
      await insertEntry(manager, entry, wanted.lines, declarationsFor(issues, declared));
      await this.audit.record(manager, actor.userId, 'reallocation.kept', `reallocation:${id}`, {
        nth,
        lines: wanted.lines.length,
      });
      return id;
    });
  }

  /** Throws PROPOSAL-DECISION-NEEDED, DATE-IN-FUTURE and, as `keep` does, what speaks against writing to it. */
  async conclude(actor: Actor, id: string, wanted: WantedOutcome): Promise<string> {
    const { clientKey, after, state, decisionNumber, decidedOn, note } = wanted;
    return this.once(actor, clientKey, hashOf(wanted, { id }), async (manager, request) => {
      const number = state === 'decided' ? cleanText(decisionNumber ?? '') : null;
      if (state === 'decided' && (matchKey(number ?? '') === '' || decidedOn === undefined))
        throw problems.decisionNeeded();
      if (decidedOn !== undefined && decidedOn > businessDate(request.at)) throw dateInFuture('decidedOn');
      const nth = await this.nextOf(manager, actor, { id, after });
      const content = {
        state,
        decisionNumber: number,
        decidedOn: state === 'decided' ? (decidedOn ?? null) : null,
        note: note === undefined ? null : cleanText(note),
      };
      await insertEntry(manager, entryOf(request, { proposalId: id, nth }, content));
      await this.audit.record(manager, actor.userId, 'reallocation.concluded', `reallocation:${id}`, {
        nth,
        state,
      });
      return id;
    });
  }

  /** Writes under the key, or answers what was written under it before: of two at once one writes. */
  private async once(
    actor: Actor,
    clientKey: string,
    requestHash: string,
    write: (manager: EntityManager, request: EntryRequest) => Promise<string>,
  ): Promise<string> {
    const before = await this.writtenUnder(actor, clientKey, requestHash);
    if (before !== undefined) return before;
    const request = { actorId: actor.userId, clientKey, requestHash, at: this.clock.now() };
    try {
      return await this.dataSource.transaction((manager) => write(manager, request));
    } catch (error) {
      const same = await this.writtenUnder(actor, clientKey, requestHash);
      if (same !== undefined) return same;
      throw isUniqueViolation(error, 'proposal_entry_nth') ? problems.changed() : error;
    }
  }

  private async writtenUnder(actor: Actor, clientKey: string, hash: string): Promise<string | undefined> {
    const found = await entryUnder(this.dataSource.manager, actor.userId, clientKey);
    if (found && found.requestHash !== hash) throw problems.keyReused();
    return found?.proposalId;
  }

  private async nextOf(
    manager: EntityManager,
    actor: Actor,
    { id, after }: { readonly id: string; readonly after: number },
  ): Promise<number> {
    const found = await lockProposal(manager, id);
    if (!found || !actor.scope.includes(found.organizationId)) throw problems.proposalUnknown();
    if (found.organizationId !== actor.organizationId) throw problems.notYours();
    if (found.nth !== after) throw problems.changed();
    if (found.state === 'decided') throw problems.decided();
    return found.nth + 1;
  }
}

interface EntryRequest {
  readonly actorId: string;
  readonly clientKey: string;
  readonly requestHash: string;
  readonly at: Date;
}

function entryOf(
  { at, ...request }: EntryRequest,
  place: Pick<ProposalEntry, 'proposalId' | 'nth'>,
  content: Partial<Content> & Pick<Content, 'state'>,
): ProposalEntry {
  const none = { title: null, week: null, revision: null, decisionNumber: null, decidedOn: null, note: null };
  return { ...none, ...content, ...place, ...request, id: randomUUID(), recordedAt: at };
}

/** The same request has the same hash; its key isn't part of it. */
function hashOf({ clientKey: _, ...asked }: { readonly clientKey: string }, of: object = {}): string {
  const text = JSON.stringify([asked, of], (__, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest('hex');
}
