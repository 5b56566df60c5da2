import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContractorView, ProjectRefView } from '@thongvon/contracts';
import { matchKey } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { BlockersQuery } from '../infrastructure/blockers-sql';
import { visibleClearance } from '../infrastructure/clearance-visibility';
import { ClosingItems } from './closing-items';
import { ListBlockers } from './list-blockers';
import { SummarizeBlockers } from './summarize-blockers';

/** More than any contractor has in one district. */
const ALL = 500;

/** A contractor's page: the founding report names contractors with several stalled projects, seen together nowhere. */
@Injectable()
export class ViewContractor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blockers: ListBlockers,
    private readonly held: SummarizeBlockers,
    private readonly closing: ClosingItems,
  ) {}

  /** Of all contractors whose name has these words. Empty lists where nothing is known of one. */
  async view(actor: Actor, name: string, query: BlockersQuery): Promise<ContractorView> {
    const { asOf } = query;
    const { items: blockers } = await this.blockers.list(actor, {
      ...query,
      state: 'open',
      contractor: name,
      limit: ALL,
    });
    const { items } = await this.closing.list(actor, { asOf, state: 'owed', limit: ALL });
    const owes = items.filter(({ owedBy }) => isNamed(owedBy, name));
    const working = (await this.projects(actor)).filter(({ contractors }) =>
      contractors.some((contractor) => isNamed(contractor, name)),
    );
    const names = [
      ...blockers.flatMap(({ contractor }) => contractor ?? []),
      ...owes.map(({ owedBy }) => owedBy),
      ...working.flatMap(({ contractors }) => contractors.filter((contractor) => isNamed(contractor, name))),
    ];
    return {
      names: [...new Map(names.map((written) => [matchKey(written), written])).values()],
      held: await this.held.total(actor, { ...query, contractor: name }),
      blockers,
      owes,
      projects: working.map(({ contractors: _, ...project }) => project),
    };
  }

  private projects(actor: Actor): Promise<(ProjectRefView & { readonly contractors: readonly string[] })[]> {
    const where = visibleClearance(actor).also(`p.contractors <> '{}'`);
    return this.dataSource.query(
      `SELECT p.id, p.code, p.name, p.contractors FROM project p WHERE ${where.sql} ORDER BY p.name_key, p.id`,
      [...where.parameters],
    );
  }
}

/** Every word asked for is in the name, without accents, as lists search. */
function isNamed(written: string, words: string): boolean {
  const key = matchKey(written);
  return matchKey(words)
    .split(' ')
    .every((word) => key.includes(word));
}
