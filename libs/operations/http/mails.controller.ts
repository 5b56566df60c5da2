import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { listOf, type ListOf, MailDetailView, MailListQuery, MailView } from '@thongvon/api-contract';
import { type Actor, ListUsers } from '@thongvon/organizations';
import { RetryMail, ViewMails } from '@thongvon/platform';
import { Allow, CurrentActor, Id } from '@thongvon/platform/http';

/** What the system has written to people, and what became of it. */
@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(
    private readonly viewing: ViewMails,
    private readonly retrying: RetryMail,
    private readonly people: ListUsers,
  ) {}

  /** List mails to people of the own office and those below (of the top office: all), the last written first. */
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(MailView) })
  async list(@CurrentActor() actor: Actor, @Query() query: MailListQuery): Promise<ListOf<MailView>> {
    return this.viewing.list(query, await this.people.addressesSeen(actor));
  }

  /** Show a mail with every attempt to deliver it. */
  @Get(':id')
  @Allow('administrator')
  @ApiOkResponse({ type: MailDetailView })
  async find(@CurrentActor() actor: Actor, @Id() id: string): Promise<MailDetailView> {
    return this.viewing.find(id, await this.people.addressesSeen(actor));
  }

  /** Try again now: a mail that was refused, is unknown or waits. */
  @Post(':id/retry')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: MailDetailView })
  async retry(@CurrentActor() actor: Actor, @Id() id: string): Promise<MailDetailView> {
    const seen = await this.people.addressesSeen(actor);
    await this.viewing.find(id, seen);
    await this.retrying.retry(actor.userId, id);
    return this.viewing.find(id, seen);
  }
}
