import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AuditSubjectView,
  DiscardFailedJobsRequest,
  FailedJobListQuery,
  FailedJobsDoneView,
  FailedJobsRequest,
  FailedJobView,
  listOf,
  type ListOf,
} from '@thongvon/api-contract';
import { NameSubjects } from '@thongvon/audit';
import type { Actor } from '@thongvon/organizations';
import {
  DiscardFailedWork,
  type FailedWork,
  JOB_WORDS,
  JOBS,
  ListFailedWork,
  RetryFailedWork,
  slicedPage,
} from '@thongvon/platform';
import { Allow, TopOfficeOnly, CurrentActor, JsonLimit, LONG_JSON } from '@thongvon/platform/http';

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
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: listOf(FailedJobView) })
  async list(@Query() { state, limit, cursor }: FailedJobListQuery): Promise<ListOf<FailedJobView>> {
    const all = await this.listing.all();
    const wanted = all.filter((work) => state === undefined || work.state === state);
    const page = slicedPage(wanted, { limit, cursor });
    const viewOf = await this.names.of(page.items.map(subjectOf));
    return { ...page, items: page.items.map((work) => toView(work, viewOf(subjectOf(work)))) };
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

const subjectOf = ({ job, subject }: FailedWork) => ({ kind: JOBS[job].subject, id: subject });

function toView(work: FailedWork, subject: AuditSubjectView): FailedJobView {
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
