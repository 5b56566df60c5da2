import {
  Controller,
  Get,
  Headers,
  Param,
  ParseIntPipe,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  CellQuery,
  ComparisonQuery,
  ComparisonView,
  ListedReturnView,
  listOf,
  ReturnListQuery,
  ReturnStateView,
  ReturnView,
  ROLES,
  SheetWindowView,
  UnderstandingView,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, attachment, CurrentActor, FromPrimary, Id, Statements, XLSX } from '@thongvon/platform/http';
import { TouchedOffices } from '@thongvon/projects';
import { noSuchFile } from '../application/handed-out';
import { FollowReturn } from '../application/follow-return';
import { ViewCell } from '../application/view-cell';
import { ViewReturn } from '../application/view-return';
import { ViewUnderstanding } from '../application/view-understanding';
import { CompareReturns } from '../application/compare-returns';

/** Returns that are looked at. */
@ApiTags('returns')
@Controller('returns')
export class ReturnsController {
  constructor(
    private readonly viewing: ViewReturn,
    private readonly touched: TouchedOffices,
    private readonly cells: ViewCell,
    private readonly understood: ViewUnderstanding,
    private readonly comparing: CompareReturns,
  ) {}

  @ApiOperation({ summary: "Last received first; what the caller's organisations sent." })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ListedReturnView) })
  async list(@CurrentActor() actor: Actor, @Query() query: ReturnListQuery) {
    return this.viewing.list(actor, query);
  }

  @ApiOperation({ summary: 'With an ETag over what submission and approval would act on.' })
  @Get(':id')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ReturnView })
  async find(@CurrentActor() actor: Actor, @Id() id: string, @Res({ passthrough: true }) response: Response) {
    const found = await this.viewing.viewWith(actor, id, (all, seen) => this.touched.of(actor, seen, all));
    const { day: _, ...view } = found.view;
    response.setHeader('ETag', view.etag);
    return { ...view, touches: found.further };
  }

  @ApiOperation({
    summary: 'A cell as it stands in the workbook, with the header and the rows and columns about it.',
  })
  @Get(':id/cells')
  @Statements(4)
  @Allow(...ROLES)
  @ApiOkResponse({ type: SheetWindowView })
  cell(@CurrentActor() actor: Actor, @Id() id: string, @Query() place: CellQuery) {
    return this.cells.view(actor, id, place);
  }

  @ApiOperation({ summary: 'How it was understood: tables, units, dates, columns, and what agrees.' })
  @Get(':id/understanding')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: UnderstandingView })
  understanding(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.understood.view(actor, id);
  }

  @ApiOperation({ summary: 'How far it is, in a few bytes, for who follows it.' })
  @Get(':id/state')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ReturnStateView })
  state(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.viewing.state(actor, id);
  }

  @ApiOperation({ summary: 'Two versions of a return side by side: what differs, project by project.' })
  @Get(':id/comparison')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ComparisonView })
  compare(@CurrentActor() actor: Actor, @Id() id: string, @Query() { with: earlierId }: ComparisonQuery) {
    return this.comparing.compare(actor, id, earlierId);
  }

  @ApiOperation({
    summary:
      'The workbook as it was received; several files in a zip archive. One with macros says so in its name.',
  })
  @Get(':id/file')
  @Statements(3)
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async file(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.viewing.file(actor, id));
  }

  @ApiOperation({ summary: 'One of the files that it came as, counted from 1.' })
  @Get(':id/files/:number')
  @Statements(3)
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async fileAt(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Param('number', new ParseIntPipe({ exceptionFactory: noSuchFile })) number: number,
  ): Promise<StreamableFile> {
    return attachment(await this.viewing.fileAt(actor, id, number));
  }
}

const HEARTBEAT = 15_000;
const EVENT_ID = /^\d{1,18}$/;

/** The history of a return as it happens. */
@ApiTags('returns')
@Controller('returns/:id/events')
export class ReturnEventsController {
  constructor(private readonly following: FollowReturn) {}

  @ApiOperation({
    summary:
      'Server-sent events with ids; goes on after `Last-Event-ID`, ends with an event `end` once nothing more comes of itself.',
  })
  @Get()
  @Statements(5)
  @FromPrimary(true)
  @Allow(...ROLES)
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  async stream(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Res() response: Response,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    const after = lastEventId !== undefined && EVENT_ID.test(lastEventId) ? lastEventId : undefined;
    const events = await this.following.follow(actor, id, after);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const heartbeat = setInterval(() => response.write(': heartbeat\n\n'), HEARTBEAT);
    const subscription = events.subscribe({
      next: (event) =>
        response.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
      error: () => response.end(),
      complete: () => response.end('event: end\ndata: {}\n\n'),
    });
    response.on('close', () => {
      clearInterval(heartbeat);
      subscription.unsubscribe();
    });
  }
}
