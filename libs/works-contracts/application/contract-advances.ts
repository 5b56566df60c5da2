import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ContractAdvanceState } from '@thongvon/api-contract';
import {
  businessDate,
  cleanText,
  type Dong,
  formatDong,
  formatPlainDate,
  matchKey,
  type PlainDate,
} from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Audit,
  dateInFuture,
  isUniqueViolation,
  type ListPage,
  Problem,
  slicedPage,
  SystemClock,
} from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { type AdvanceOnDay, byUrgency, type RecordedAdvance, withClock } from '../domain/recovery-clock';
import {
  insertAdvanceEntry,
  lockProjectOf,
  type AdvanceEntry,
  visibleContractAdvance,
  visibleContractAdvances,
} from '../persistence/advance-and-guarantee-rows';

export type { AdvanceOnDay };

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
  ): Promise<ListPage<AdvanceOnDay>> {
    const found = await visibleContractAdvances(this.dataSource.manager, actor, asked);
    const advances = found.map((advance) => withClock(advance, asked.asOf)).toSorted(byUrgency);
    return slicedPage(
      advances.filter((advance) => state === undefined || advance.state === state),
      { limit, cursor },
    );
  }

  /** As it stands today. Throws CONTRACT-ADVANCE-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<AdvanceOnDay> {
    const today = this.today();
    return withClock(await this.get(this.dataSource.manager, actor, id, today), today);
  }

  /** Its id. Throws PROJECT-NOT-FOUND, CONTRACT-ADVANCE-EXISTS, and what is wrong with its days and sums. */
  async add(actor: Actor, projectId: string, advance: NewContractAdvance): Promise<string> {
    const { contract, contractor, paidOn, ...terms } = advance;
    await this.projects.get(actor, projectId);
    if (paidOn > this.today()) throw dateInFuture('paidOn');
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
    if (day > this.today()) throw dateInFuture('on');
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
    decide: (then: RecordedAdvance, now: RecordedAdvance) => Omit<AdvanceEntry, 'id' | 'projectId' | 'on'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First wait, then look: two at once must not both find what stood before.
      await lockProjectOf(manager, 'contract_advance', id);
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

  private async write(manager: EntityManager, actor: Actor, entry: AdvanceEntry): Promise<void> {
    const { id, projectId, type } = entry;
    await insertAdvanceEntry(manager, entry, actor.userId, this.clock.now());
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

/** What a caller may have to mend. */
const problems = {
  unknown: () =>
    new Problem(
      404,
      'CONTRACT-ADVANCE-NOT-FOUND',
      'Không có khoản tạm ứng hợp đồng này.',
      'There is no such advance of a contract.',
    ),
  recordedAlready: () =>
    new Problem(
      409,
      'CONTRACT-ADVANCE-EXISTS',
      'Tạm ứng của hợp đồng này cho nhà thầu này trong ngày này đã được ghi.',
      'The advance of this contract to this contractor on this day is recorded already.',
    ),
  overContract: () =>
    refused(
      'ADVANCE-OVER-CONTRACT',
      'amount',
      'Tạm ứng không được lớn hơn giá trị hợp đồng.',
      'An advance is not larger than the value of the contract.',
    ),
  overAdvance: (field: string) =>
    refused(
      'RECOVERED-OVER-ADVANCE',
      field,
      'Số thu hồi không được lớn hơn số đã tạm ứng.',
      'Not more can be recovered than was advanced.',
    ),
  belowOutstanding: () =>
    refused(
      'DISBURSED-BELOW-ADVANCE',
      'disbursed',
      'Số đã giải ngân của hợp đồng gồm cả tạm ứng chưa thu hồi, nên không thể nhỏ hơn phần đó.',
      'What is disbursed of a contract includes advances not recovered, and so is not less than them.',
    ),
  reasonNeeded: () =>
    refused(
      'REASON-NEEDED',
      'reason',
      'Số lũy kế giảm so với lần trước; hãy ghi lý do.',
      'A cumulative sum is lower than before; say why.',
    ),
  overContractValue: (value: Dong) =>
    refused(
      'DISBURSED-OVER-CONTRACT',
      'reason',
      `Số đã giải ngân lớn hơn giá trị hợp đồng ${formatDong(value)} đồng. Nếu có phụ lục, hãy sửa điều khoản trước; nếu chưa có, hãy ghi lý do.`,
      `More is disbursed than the contract's value of ${value} đồng. If there is an appendix, amend the terms first; else say why.`,
    ),
  recoverByTooEarly: (paidOn: PlainDate) =>
    refused(
      'RECOVERY-BEFORE-ADVANCE',
      'recoverBy',
      `Ngày thu hồi không được trước ngày tạm ứng ${formatPlainDate(paidOn)}.`,
      `It can't be due before it was paid on ${formatPlainDate(paidOn)}.`,
    ),
  beforePaid: (paidOn: PlainDate) =>
    refused(
      'RECOVERY-BEFORE-ADVANCE',
      'on',
      `Số liệu phải từ ngày tạm ứng ${formatPlainDate(paidOn)} trở đi.`,
      `Figures begin with the day on which it was paid, ${formatPlainDate(paidOn)}.`,
    ),
} as const;

function refused(code: string, field: string, vi: string, en: string): Problem {
  return new Problem(422, code, vi, en, { field });
}
