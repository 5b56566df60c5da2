import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ContractAdvanceState, ContractAdvanceView, ListOf } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, slicedPage, SystemClock } from '@thongvon/platform';
import { ListProjects, visibleProjects } from '@thongvon/projects';
import { byUrgency } from '../../domain/advances/recovery-clock';
import {
  CONTRACT_ADVANCE_COLUMNS,
  contractAdvancesOn,
  PAID,
  toView,
  type ContractAdvanceRow,
} from '../../persistence/advances/contract-advance-rows';
import { insertEntry, type NewEntry } from '../../persistence/advances/entry-rows';
import { problems } from './problems';

export interface ContractAdvancePage {
  readonly asOf: PlainDate;
  readonly state?: ContractAdvanceState;
  readonly projectId?: string;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface AdvanceTerms {
  readonly contractValue: Dong;
  readonly amount: Dong;
  readonly recoverBy: PlainDate | null;
  readonly document: string | null;
}

interface NewContractAdvance extends AdvanceTerms {
  readonly contract: string;
  readonly contractor: string;
  readonly paidOn: PlainDate;
}

export interface AdvanceRecovery {
  readonly on: PlainDate | undefined;
  readonly recovered: Dong;
  readonly disbursed: Dong;
  readonly reason: string | null;
  readonly document: string | null;
}

/** Advances of contracts, whose recovery the owner must watch. Entries are only added. */
@Injectable()
export class ContractAdvances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projects: ListProjects,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** What has to be recovered first comes first, what is recovered last. `q` searches project, contract and contractor. */
  async list(
    actor: Actor,
    { asOf, state, projectId, q, ...page }: ContractAdvancePage,
  ): Promise<ListOf<ContractAdvanceView>> {
    const where = visibleProjects(actor)
      .also(PAID)
      .matchingAny(['p.name_key', 'p.code', 'a.contract_key', 'a.contractor_key'], q);
    const from = contractAdvancesOn(`${where.parameter(asOf)}::date`);
    if (projectId !== undefined) where.and((value) => `a.project_id = ${value}`, projectId);
    const rows = await this.dataSource.query<ContractAdvanceRow[]>(
      `SELECT ${CONTRACT_ADVANCE_COLUMNS} FROM ${from} WHERE ${where.sql} ORDER BY a.advance_id`,
      [...where.parameters],
    );
    const views = rows.map((row) => toView(row, asOf)).toSorted(byUrgency);
    return slicedPage(state === undefined ? views : views.filter((view) => view.state === state), page);
  }

  /** As it stands today. Throws CONTRACT-ADVANCE-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<ContractAdvanceView> {
    return toView(await this.row(this.dataSource.manager, actor, id, this.today()), this.today());
  }

  /** Its id. Throws PROJECT-NOT-FOUND, CONTRACT-ADVANCE-EXISTS, and what is wrong with its days and sums. */
  async add(actor: Actor, projectId: string, advance: NewContractAdvance): Promise<string> {
    const { contract, contractor, paidOn, ...terms } = advance;
    await this.projects.get(actor, projectId);
    if (paidOn > this.today()) throw problems.dateInFuture('paidOn');
    check(terms, paidOn);
    const id = randomUUID();
    const [named, to] = [cleanText(contract), cleanText(contractor)];
    const keys = { contractKey: matchKey(named), contractorKey: matchKey(to) };
    try {
      await this.dataSource.transaction((manager) =>
        this.write(manager, actor, {
          ...{ id, projectId, type: 'paid', on: paidOn, contract: named, contractor: to },
          ...keys,
          ...terms,
        }),
      );
    } catch (error) {
      throw isUniqueViolation(error, 'contract_advance_entry_same') ? problems.recordedAlready() : error;
    }
    return id;
  }

  /** Other terms from today on: an appendix of the contract, or a slip mended. Throws CONTRACT-ADVANCE-NOT-FOUND, and what is wrong with them. */
  async amend(actor: Actor, id: string, terms: AdvanceTerms): Promise<void> {
    await this.change(actor, id, this.today(), ({ paidOn, recovered }) => {
      check(terms, paidOn);
      if (terms.amount < BigInt(recovered ?? 0)) throw problems.overAdvance('amount');
      return { type: 'amended', ...terms };
    });
  }

  /** What is recovered, and disbursed of the contract, as of a day. Throws CONTRACT-ADVANCE-NOT-FOUND, and what is wrong with them. */
  async recordRecovery(actor: Actor, id: string, { on, ...said }: AdvanceRecovery): Promise<void> {
    const day = on ?? this.today();
    if (day > this.today()) throw problems.dateInFuture('on');
    await this.change(actor, id, day, (then, now) => {
      // By an amendment less may be advanced today than was on that day.
      for (const { amount } of [then, now]) {
        if (said.recovered > BigInt(amount)) throw problems.overAdvance('recovered');
      }
      if (said.disbursed < BigInt(then.amount) - said.recovered) throw problems.belowOutstanding();
      const { recovered, disbursed } = then;
      // Not refused: the money is out, and the appendix that makes the contract larger may still be on its way.
      const value = largest(then.contractValue, now.contractValue);
      if (said.disbursed > value && said.reason === null) throw problems.overContractValue(value);
      const fell = said.recovered < BigInt(recovered ?? 0) || said.disbursed < BigInt(disbursed ?? 0);
      if (fell && said.reason === null) throw problems.reasonNeeded();
      return { type: 'recovery', ...said };
    });
  }

  private async change(
    actor: Actor,
    id: string,
    on: PlainDate,
    decide: (then: ContractAdvanceRow, now: ContractAdvanceRow) => Omit<NewEntry, 'id' | 'projectId' | 'on'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: two at once must not both find what stood before.
      await manager.query(
        `SELECT FROM projects.project_ref AS project WHERE id IN (SELECT project_id FROM works_contracts.contract_advance_entry WHERE advance_id = $1) FOR NO KEY UPDATE`,
        [id],
      );
      const now = await this.row(manager, actor, id, this.today());
      if (on < now.paidOn) throw problems.beforePaid(now.paidOn);
      const then = await this.row(manager, actor, id, on);
      await this.write(manager, actor, { id, projectId: now.project.id, on, ...decide(then, now) });
    });
  }

  private async row(
    manager: EntityManager,
    actor: Actor,
    id: string,
    asOf: PlainDate,
  ): Promise<ContractAdvanceRow> {
    const where = visibleProjects(actor).also(PAID);
    const from = contractAdvancesOn(`${where.parameter(asOf)}::date`);
    where.and((value) => `a.advance_id = ${value}`, id);
    const [row] = await manager.query<ContractAdvanceRow[]>(
      `SELECT ${CONTRACT_ADVANCE_COLUMNS} FROM ${from} WHERE ${where.sql}`,
      [...where.parameters],
    );
    if (!row) throw problems.unknown();
    return row;
  }

  private async write(manager: EntityManager, actor: Actor, entry: NewEntry): Promise<void> {
    const { id, projectId, type } = entry;
    await insertEntry(manager, entry, actor.userId, this.clock.now());
    await this.audit.record(manager, actor.userId, `contract-advance.${type}`, `contract-advance:${id}`, {
      projectId,
    });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

function largest(one: string, other: string): Dong {
  return BigInt(one) > BigInt(other) ? BigInt(one) : BigInt(other);
}

function check({ contractValue, amount, recoverBy }: AdvanceTerms, paidOn: PlainDate): void {
  if (amount > contractValue) throw problems.overContract();
  if (recoverBy !== null && recoverBy < paidOn) throw problems.recoverByTooEarly(paidOn);
}
