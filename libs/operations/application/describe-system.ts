import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { businessDate, type PlainDate } from '@thongvon/kernel';
import { HasAccounts } from '@thongvon/organizations';
import { isDemo, SystemClock } from '@thongvon/platform';

/** Clocks that differ by less show the same time. Milliseconds. */
const SAME_TIME = 60_000;

/** What anyone may know of this system: that its data is illustrative, what its clock shows, whether it has accounts. */
@Injectable()
export class DescribeSystem {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: HasAccounts,
    private readonly clock: SystemClock,
  ) {}

  /** `today` by the system's clock; `clockSet`: that clock isn't the machine's. */
  async execute(): Promise<{ demo: boolean; today: PlainDate; clockSet: boolean; hasAccounts: boolean }> {
    const now = this.clock.now();
    return {
      demo: await isDemo(this.dataSource),
      today: businessDate(now),
      clockSet: Math.abs(now.getTime() - this.clock.realNow().getTime()) > SAME_TIME,
      hasAccounts: await this.accounts.execute(),
    };
  }
}
