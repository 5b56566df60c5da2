import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DutyKind, UnsentReturnsView, UnsentReturnView } from '@thongvon/contracts';
import {
  addDays,
  DEFAULT_CALENDAR,
  formatInstant,
  instantAt,
  weekOfReceipt,
  type PlainDate,
} from '@thongvon/kernel';
import { ReportingDuties, type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { unsentReturns, type UnsentReturn } from './unsent-returns';

type Duties = ReadonlyMap<string, readonly DutyKind[]>;

/** What an office still has to send, as its own people see it before they are reminded. */
@Injectable()
export class OwedReturns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: ReportingDuties,
    private readonly clock: SystemClock,
  ) {}

  /**
   * What the actor's own organisation owes and has not sent: for the week that is received now and, until something of
   * the kind comes in this week, for the one before it.
   */
  async own(actor: Actor): Promise<UnsentReturnsView> {
    const now = this.clock.now();
    const week = weekOfReceipt(now);
    const before = addDays(week, -7);
    const [dutiesBefore, duties] = [await this.dutiesOf(actor, before), await this.dutiesOf(actor, week)];
    const unsent = (owed: Duties, of: PlainDate): Promise<UnsentReturn[]> =>
      unsentReturns(this.dataSource.manager, owed, { week: of, frozenAt: now });
    const nothingSince = await unsent(dutiesBefore, week);
    const overdue = (await unsent(dutiesBefore, before)).filter(({ kind }) =>
      nothingSince.some((one) => one.kind === kind),
    );
    return { items: [...overdue, ...(await unsent(duties, week))].map((one) => toView(one, now)) };
  }

  private async dutiesOf({ organizationId }: Actor, week: PlainDate): Promise<Duties> {
    const kinds = (await this.duties.owedOn(this.dataSource.manager, week)).get(organizationId);
    return new Map(kinds === undefined ? [] : [[organizationId, kinds]]);
  }
}

function toView({ kind, week, sentBack }: UnsentReturn, now: Date): UnsentReturnView {
  const due = instantAt(week, DEFAULT_CALENDAR.cutOff.time);
  return { kind, week, due: formatInstant(due), overdue: now > due, sentBack };
}
