import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ContractAdvanceState, ContractAdvanceView, ListOf } from '@thongvon/api-contract';
import { businessDate, cleanText, matchKey, type Dong, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, isUniqueViolation, slicedPage, SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { byUrgency } from '../../domain/advances/recovery-clock';
import {
  insertEntry,
  lockProjectOfAdvance,
  type NewEntry,
  type RecordedAdvance,
  toView,
  visibleContractAdvance,
  visibleContractAdvances,
} from '../../persistence/advances/contract-advance-rows';
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
    { state, limit, cursor, ...asked }: ContractAdvancePage,
  ): Promise<ListOf<ContractAdvanceView>> {
    const advances = await visibleContractAdvances(this.dataSource.manager, actor, asked);
    const views = advances.map((advance) => toView(advance, asked.asOf)).toSorted(byUrgency);
    return slicedPage(state === undefined ? views : views.filter((view) => view.state === state), {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  /** As it stands today. Throws CONTRACT-ADVANCE-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<ContractAdvanceView> {
    return toView(await this.get(this.dataSource.manager, actor, id, this.today()), this.today());
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
      if (terms.amount < (recovered ?? 0n)) throw problems.overAdvance('amount');
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
        if (said.recovered > amount) throw problems.overAdvance('recovered');
      }
      if (said.disbursed < then.amount - said.recovered) throw problems.belowOutstanding();
      const { recovered, disbursed } = then;
      // Not refused: the money is out, and the appendix that makes the contract larger may still be on its way.
      const value = largest(then.contractValue, now.contractValue);
      if (said.disbursed > value && said.reason === null) throw problems.overContractValue(value);
      const fell = said.recovered < (recovered ?? 0n) || said.disbursed < (disbursed ?? 0n);
      if (fell && said.reason === null) throw problems.reasonNeeded();
      return { type: 'recovery', ...said };
    });
  }

  private async change(
    actor: Actor,
    id: string,
    on: PlainDate,
    decide: (then: RecordedAdvance, now: RecordedAdvance) => Omit<NewEntry, 'id' | 'projectId' | 'on'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: two at once must not both find what stood before.
      await lockProjectOfAdvance(manager, id);
      const now = await this.get(manager, actor, id, this.today());
      if (on < now.paidOn) throw problems.beforePaid(now.paidOn);
      const then = await this.get(manager, actor, id, on);
      await this.write(manager, actor, { id, projectId: now.project.id, on, ...decide(then, now) });
    });
  }

  private async get(
    manager: EntityManager,
    actor: Actor,
    id: string,
    asOf: PlainDate,
  ): Promise<RecordedAdvance> {
    const advance = await visibleContractAdvance(manager, actor, id, asOf);
    if (!advance) throw problems.unknown();
    return advance;
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

const largest = (one: Dong, other: Dong): Dong => (one > other ? one : other);

function check({ contractValue, amount, recoverBy }: AdvanceTerms, paidOn: PlainDate): void {
  if (amount > contractValue) throw problems.overContract();
  if (recoverBy !== null && recoverBy < paidOn) throw problems.recoverByTooEarly(paidOn);
}
