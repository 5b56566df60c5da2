import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AboutView } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import { isDemo, SystemClock } from '@thongvon/platform';

/** Clocks that differ by less show the same time. Milliseconds. */
const SAME_TIME = 60_000;

/** What anyone may know of this system: that its data is illustrative, what its clock shows, whether it has accounts. */
@Injectable()
export class DescribeSystem {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  async describe(): Promise<AboutView> {
    const accounts = await this.dataSource.query<object[]>('SELECT FROM organizations.user_account LIMIT 1');
    const now = this.clock.now();
    return {
      demo: await isDemo(this.dataSource),
      today: businessDate(now),
      clockSet: Math.abs(now.getTime() - this.clock.realNow().getTime()) > SAME_TIME,
      hasAccounts: accounts.length > 0,
    };
  }
}
