import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { AboutView } from '@thongvon/api-contract';
import { businessDate } from '@thongvon/kernel';
import { isDemo, SystemClock } from '@thongvon/platform';
import { AllowAnyone } from '../http/access';

/** Clocks that differ by less show the same time. Milliseconds. */
const SAME_TIME = 60_000;

/** What anyone may know of this system: that its data is illustrative, what its clock shows, whether it has accounts. */
@Injectable()
class DescribeSystem {
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

@ApiTags('about')
@Controller('about')
class AboutController {
  constructor(private readonly system: DescribeSystem) {}

  @ApiOperation({
    summary: 'Whether this is the demo, which date its clock shows, whether anyone can sign in',
  })
  @Get()
  @AllowAnyone()
  @ApiOkResponse({ type: AboutView })
  show(): Promise<AboutView> {
    return this.system.describe();
  }
}

@Module({ controllers: [AboutController], providers: [DescribeSystem] })
export class AboutApiModule {}
