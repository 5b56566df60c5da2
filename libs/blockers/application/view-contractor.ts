import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { ProjectRef } from '@thongvon/projects';
import { type ClosingItem, ClosingItems } from '@thongvon/works-contracts';
import type { BlockerOnDay } from '../domain/blocker-on-day';
import type { BlockersQuery, HeldTotal } from '../domain/capital-held';
import { projectsOfContractors, registeredContractors, type WorkedOn } from '../persistence/register-rows';
import { ListBlockers } from './view-blockers';
import { SummarizeBlockers } from './summarize-blockers';

/** All that a contractor holds up, owes and works on, among the projects in sight. */
export interface ContractorStanding {
  /** The names that were found, as they are written. */
  readonly names: readonly string[];
  /** What it holds up; a project counts once. */
  readonly held: HeldTotal;
  /** Open ones that name it, earliest due first. */
  readonly blockers: readonly BlockerOnDay[];
  /** Papers and debts, longest owed first. */
  readonly owes: readonly ClosingItem[];
  /** Projects of the register that it works on. */
  readonly projects: readonly ProjectRef[];
}

/** Blockers that are read at a time. */
const PAGE = 500;

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
  async view(actor: Actor, name: string, query: BlockersQuery): Promise<ContractorStanding> {
    const { asOf } = query;
    const isWanted = (written: string): boolean => isNamed(written, name);
    const blockers = await this.allBlockers(actor, name, query);
    const owes = await this.closing.owedBy(actor, isWanted, asOf);
    const working = await this.projects(actor, isWanted);
    const names = [
      ...blockers.flatMap(({ contractor }) => contractor ?? []),
      ...owes.map(({ owedBy }) => owedBy),
      ...working.flatMap(({ contractors }) => contractors.filter(isWanted)),
    ];
    return {
      names: [...new Map(names.map((written) => [matchKey(written), written])).values()],
      held: await this.held.total(actor, { ...query, contractor: name }),
      blockers,
      owes,
      projects: working.map(({ contractors: _, ...project }) => project),
    };
  }

  private async allBlockers(actor: Actor, contractor: string, query: BlockersQuery): Promise<BlockerOnDay[]> {
    const all: BlockerOnDay[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.blockers.list(actor, {
        ...query,
        state: 'open',
        contractor,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  /** Those whose registers name one of the contractors that are wanted. */
  private async projects(actor: Actor, isWanted: (name: string) => boolean): Promise<WorkedOn[]> {
    const { manager } = this.dataSource;
    const names = (await registeredContractors(manager, actor)).filter(isWanted);
    return names.length === 0 ? [] : projectsOfContractors(manager, actor, names);
  }
}

/** Every word asked for is in the name, without accents, as lists search. */
function isNamed(written: string, words: string): boolean {
  const key = matchKey(written);
  return matchKey(words)
    .split(' ')
    .every((word) => key.includes(word));
}
