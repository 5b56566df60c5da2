import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DUTY_KINDS, type DutyKind } from '@thongvon/api-contract';
import { addDays, businessDate, formatPlainDate, type PlainDate, plainDate } from '@thongvon/kernel';
import {
  type Actor,
  type DutyKeeper,
  FindOrganization,
  KeepsDuties,
  type OrganizationFilter,
  setReports,
} from '@thongvon/organizations';
import { Audit, listPage, type ListPage, Problem, SystemClock, type WantedPage } from '@thongvon/platform';
import { type DatedDuty, dutiesOn, type OwedKind } from '../domain/duties-on';
import {
  dutiesOf,
  dutyList,
  kindsOwedBy,
  kindsOwedOn,
  lastFrozenWeek,
  type OrganizationDuties,
  writeDuty,
} from '../persistence/duties-and-reminders';

/** What an organisation is to owe: from a day on (null: today) these kinds of return. */
export interface DutyChange {
  readonly kinds: readonly DutyKind[];
  readonly from: PlainDate | null;
}

/** What organisations owe every week: a ledger by day, in which the entry that was made last speaks for its day. */
@Injectable()
@KeepsDuties('weekly')
export class ReportingDuties implements DutyKeeper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: FindOrganization,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** In the order of days. Throws ORGANIZATION-UNKNOWN, also for one that the actor may not see. */
  async list(actor: Actor, organizationId: string): Promise<DatedDuty[]> {
    await this.organizations.run(actor, organizationId);
    return dutiesOf(this.dataSource.manager, organizationId);
  }

  /**
   * From a day on the organisation owes these kinds; gives all that it owes, by day. Throws ORGANIZATION-UNKNOWN,
   * ORGANIZATION-NOT-BELOW, and DUTY-WEEK-FROZEN for a day by which a frozen week has reported already who owed what: its
   * letter has gone out, and a correction of it asks the duties again.
   */
  set(actor: Actor, organizationId: string, { kinds: named, from }: DutyChange): Promise<DatedDuty[]> {
    // In one order, in whichever they were named.
    const kinds = DUTY_KINDS.filter((kind) => named.includes(kind));
    return this.dataSource.transaction(async (manager) => {
      await this.organizations.kept(actor, organizationId, manager);
      const day = from ?? this.today();
      const first = await firstDay(manager);
      if (first !== undefined && day < first) throw problems.weekFrozen(first);
      await this.record(manager, organizationId, kinds, day);
      const details = { kinds, from };
      await this.audit.record(
        manager,
        actor.userId,
        'organization.duty',
        `organization:${organizationId}`,
        details,
      );
      return dutiesOf(manager, organizationId);
    });
  }

  async begin(manager: EntityManager, organizationId: string, from: PlainDate): Promise<void> {
    // Weeks that are frozen didn't know of it: it owes from the first day after them.
    const first = await firstDay(manager);
    const day = first !== undefined && from < first ? first : from;
    await this.record(manager, organizationId, ['disbursement'], day);
  }

  async change(manager: EntityManager, organizationId: string, reports: boolean): Promise<void> {
    await this.record(manager, organizationId, reports ? ['disbursement'] : [], this.today());
  }

  /** The kinds that each organisation that exists owes on a day; those that owe nothing are left out. */
  owedOn(manager: EntityManager, day: PlainDate): Promise<Map<string, readonly DutyKind[]>> {
    return kindsOwedOn(manager, day);
  }

  /** Writes an entry, and at the organisation whether it reports as of today. */
  private async record(
    manager: EntityManager,
    organizationId: string,
    kinds: readonly DutyKind[],
    from: PlainDate,
  ): Promise<void> {
    await writeDuty(manager, { organizationId, from, kinds, recordedAt: this.clock.now() });
    const owed = await kindsOwedBy(manager, organizationId, this.today());
    await setReports(manager, organizationId, owed.includes('disbursement'));
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** The first day from which a duty can still begin or end; undefined: any, no week is frozen yet. */
async function firstDay(manager: EntityManager): Promise<PlainDate | undefined> {
  const reported = await lastFrozenWeek(manager);
  return reported && addDays(reported, 1);
}

/** With what of it is owed on a day, and what comes after it. */
interface DutiesOnDay extends OrganizationDuties {
  readonly owed: readonly OwedKind[];
  readonly coming: readonly DatedDuty[];
}

/** Who owes which return every week: the calendar of a whole district on one page. */
@Injectable()
export class ListDuties {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** The organisations that the actor sees, by name, each with its duties by day; with `asOf` those that exist then, as of it. */
  async run(actor: Actor, asked: OrganizationFilter & WantedPage): Promise<ListPage<DutiesOnDay>> {
    const day = asked.asOf === undefined ? businessDate(this.clock.now()) : plainDate(asked.asOf);
    const rows = dutyList(actor, asked);
    const { items, ...page } = await listPage<OrganizationDuties>(this.dataSource.manager, rows, asked);
    return { ...page, items: items.map((one) => ({ ...one, ...dutiesOn(one.duties, day) })) };
  }
}

/** What a caller may have to mend. */
const problems = {
  weekFrozen: (first: PlainDate) =>
    new Problem(
      422,
      'DUTY-WEEK-FROZEN',
      `Tuần đã chốt giữ nguyên ai phải báo cáo; chỉ đặt được từ ngày ${formatPlainDate(first)} trở đi.`,
      `Frozen weeks keep who owed what; it can be set from ${formatPlainDate(first)} on.`,
      { field: 'from', first },
    ),
};
