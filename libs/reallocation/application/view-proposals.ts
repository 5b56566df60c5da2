import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, OrganizationTree } from '@thongvon/organizations';
import { listPage, type ListPage, together, type WantedPage } from '@thongvon/platform';
import type { Declaration, ProposalLine } from '../domain/checks';
import {
  declarationsOf,
  type HistoryEntry,
  historyOf,
  linesOf,
  type NamedLine,
  type NamedProject,
  proposalList,
  type ProposalRow,
  touchedSince,
  visibleProposal,
} from '../persistence/proposal-rows';
import { ReallocationDesk, type Trial, tried } from './desk';
import { problems } from './problems';

export type { ProposalRow };

/** A proposal with all that is known of it. */
export interface KnownProposal extends ProposalRow {
  readonly kept: readonly NamedLine[];
  readonly declared: readonly Declaration[];
  /** By the week that it was made on. */
  readonly effect: Trial;
  /** By the newest week; null: that is its own. */
  readonly now: Trial | null;
  readonly touched: readonly NamedProject[];
  readonly history: readonly HistoryEntry[];
  readonly mayChange: boolean;
}

/** Shows proposals: those of the own office and of all below it. */
@Injectable()
export class ViewProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: ReallocationDesk,
    private readonly tree: OrganizationTree,
  ) {}

  /** What was kept last first. */
  list(actor: Actor, { q, ...page }: WantedPage & { readonly q?: string }): Promise<ListPage<ProposalRow>> {
    return listPage<ProposalRow>(this.dataSource.manager, proposalList(actor.scope, q), page);
  }

  /** Throws PROPOSAL-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<KnownProposal> {
    const { manager } = this.dataSource;
    const row = await visibleProposal(manager, actor.scope, id);
    if (!row) throw problems.proposalUnknown();
    const [kept, declared, history, ref, latest, offices] = await together(manager, (all) =>
      Promise.all([
        linesOf(all, row.draftId),
        declarationsOf(all, row.draftId),
        historyOf(all, id),
        this.desk.frozen(row.week, row.revision, all),
        this.desk.latest(all),
        this.tree.idsBelow(row.organizationId, all),
      ]),
    );
    const lines = kept.map(({ giver, receiver, source, amount }): ProposalLine => ({
      ...{ giverId: giver.id, receiverId: receiver.id, source: source.code, amount: BigInt(amount) },
    }));
    const ids = [...new Set(lines.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))];
    const [own, newest, touched] = await together(manager, (all) =>
      Promise.all([
        this.desk.load(ref, offices, all),
        latest.id === ref.id ? null : this.desk.load(latest, offices, all),
        touchedSince(all, ids, ref.frozenAt),
      ]),
    );
    return {
      ...row,
      ...{ kept, declared, history, touched },
      effect: tried(own, lines, declared),
      now: newest && tried(newest, lines, declared),
      mayChange:
        row.state !== 'decided' &&
        row.organizationId === actor.organizationId &&
        (actor.role === 'finance-officer' || actor.role === 'finance-head'),
    };
  }
}
