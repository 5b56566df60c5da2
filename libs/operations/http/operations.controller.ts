import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AboutView,
  type AuditSubjectView,
  DiscardFailedJobsRequest,
  FailedJobListQuery,
  FailedJobsDoneView,
  FailedJobsRequest,
  FailedJobView,
  listOf,
  type ListOf,
  MailDetailView,
  MailListQuery,
  MailView,
} from '@thongvon/api-contract';
import { NameSubjects } from '@thongvon/audit';
import { type Actor, ListUsers } from '@thongvon/organizations';
import {
  DiscardFailedWork,
  type FailedWork,
  JOB_WORDS,
  JOBS,
  ListFailedWork,
  RetryFailedWork,
  RetryMail,
  slicedPage,
  ViewMails,
} from '@thongvon/platform';
import {
  Allow,
  AllowAnyone,
  CurrentActor,
  Id,
  JsonLimit,
  LONG_JSON,
  TopOfficeOnly,
  Statements,
} from '@thongvon/platform/http';
import { DescribeSystem } from '../application/describe-system';

/** Background work whose job failed at its last attempt. */
@ApiTags('failed-jobs')
@Controller('failed-jobs')
export class FailedJobsController {
  constructor(
    private readonly listing: ListFailedWork,
    private readonly retrying: RetryFailedWork,
    private readonly discarding: DiscardFailedWork,
    private readonly names: NameSubjects,
  ) {}

  @ApiOperation({ summary: 'What failed in the last seven days, the latest failure first' })
  @Get()
  @Statements(16)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: listOf(FailedJobView) })
  async list(@Query() { state, limit, cursor }: FailedJobListQuery): Promise<ListOf<FailedJobView>> {
    const all = await this.listing.all();
    const wanted = all.filter((work) => state === undefined || work.state === state);
    const page = slicedPage(wanted, { limit, cursor });
    const viewOf = await this.names.of(page.items.map(subjectOfJob));
    return { ...page, items: page.items.map((work) => toJobView(work, viewOf(subjectOfJob(work)))) };
  }

  @ApiOperation({ summary: 'Hands what waits over again now' })
  @Post('retry')
  @JsonLimit(LONG_JSON)
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: FailedJobsDoneView })
  retry(@CurrentActor() { userId }: Actor, @Body() { ids }: FailedJobsRequest): Promise<FailedJobsDoneView> {
    return this.retrying.retry(userId, ids);
  }

  @ApiOperation({ summary: 'Gives up what nobody needs any more and takes it off the list' })
  @Post('discard')
  @JsonLimit(LONG_JSON)
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: FailedJobsDoneView })
  discard(
    @CurrentActor() { userId }: Actor,
    @Body() { ids, reason }: DiscardFailedJobsRequest,
  ): Promise<FailedJobsDoneView> {
    return this.discarding.discard(userId, ids, reason);
  }
}

const subjectOfJob = ({ job, subject }: FailedWork) => ({ kind: JOBS[job].subject, id: subject });

function toJobView(work: FailedWork, subject: AuditSubjectView): FailedJobView {
  const { intent, queue, job, state, askedAt, failedAt, nextAt, attempts, error } = work;
  const { vi, en } = JOB_WORDS[job];
  return {
    id: intent,
    queue,
    job,
    label: vi,
    labelEn: en,
    subject,
    state,
    askedAt,
    failedAt,
    nextAt,
    attempts,
    error,
  };
}

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
  @Statements(1)
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(MailView) })
  async list(@CurrentActor() actor: Actor, @Query() query: MailListQuery): Promise<ListOf<MailView>> {
    return this.viewing.list(query, await this.people.addressesSeen(actor));
  }

  /** Show a mail with every attempt to deliver it. */
  @Get(':id')
  @Statements(2)
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

@ApiTags('about')
@Controller('about')
export class AboutController {
  constructor(private readonly system: DescribeSystem) {}

  @ApiOperation({
    summary: 'Whether this is the demo, which date its clock shows, whether anyone can sign in',
  })
  @Get()
  @Statements(2)
  @AllowAnyone()
  @ApiOkResponse({ type: AboutView })
  show(): Promise<AboutView> {
    return this.system.execute();
  }
}
