import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listOf, MailDetailView, MailListQuery, MailView, type ListOf } from '@thongvon/contracts';
import type { Actor } from '@thongvon/organizations';
import { RetryMail, ViewMails } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What the system has written to people, and what became of it. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(
    private readonly viewing: ViewMails,
    private readonly retrying: RetryMail,
  ) {}

  /** List mails, the last written first. */
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(MailView) })
  list(@Query() query: MailListQuery): Promise<ListOf<MailView>> {
    return this.viewing.list(query);
  }

  /** Show a mail with every attempt to deliver it. */
  @Get(':id')
  @Allow('administrator')
  @ApiOkResponse({ type: MailDetailView })
  find(@Id() id: string): Promise<MailDetailView> {
    return this.viewing.find(id);
  }

  /** Try again now: a mail that was refused, is unknown or waits. */
  @Post(':id/retry')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: MailDetailView })
  async retry(@CurrentActor() { userId }: Actor, @Id() id: string): Promise<MailDetailView> {
    await this.retrying.retry(userId, id);
    return this.viewing.find(id);
  }
}
