import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
  UploadedFile,
  UploadedFiles as UploadedFilesOfRequest,
} from '@nestjs/common';
import {
  ApiBody,
  type ApiBodyOptions,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import {
  CellQuery,
  ComparisonQuery,
  ComparisonView,
  ListedReturnView,
  listOf,
  ReceiptView,
  ReturnListQuery,
  ReturnStateView,
  ReturnView,
  ROLES,
  SheetWindowView,
  UnderstandingView,
  UploadReturnRequest,
} from '@thongvon/api-contract';
import { COVERAGES, RETURN_KINDS } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  attachment,
  CurrentActor,
  FromPrimary,
  Id,
  problems,
  ReceivesFile,
  ReceivesFiles,
  Statements,
  UploadedFiles,
  XLSX,
} from '@thongvon/platform/http';
import { TouchedOffices } from '@thongvon/projects';
import { noSuchFile } from '../application/handed-out';
import { FollowReturn } from '../application/follow-return';
import { ViewCell } from '../application/view-cell';
import { ViewReturn } from '../application/view-return';
import { ViewUnderstanding } from '../application/view-understanding';
import { ReceiveReturn } from '../application/receive-return';
import { CompareReturns } from '../application/compare-returns';

const UPLOAD_FIELDS = {
  kind: { type: 'string', enum: [...RETURN_KINDS], description: 'Where the tables alone would not tell' },
  coverage: { type: 'string', enum: [...COVERAGES], description: 'What a missing project means' },
};

const UPLOAD_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary', description: 'The workbook, at most 20 MB' },
      ...UPLOAD_FIELDS,
    },
  },
};

/** How many files can be one return. */
const MOST_FILES = 20;

const FILES_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['files'],
    properties: {
      ...UPLOAD_FIELDS,
      files: {
        type: 'array',
        items: { type: 'string', format: 'binary' },
        maxItems: MOST_FILES,
        description: 'The files, in their order; at most 20 MB together',
      },
    },
  },
};

/** Returns coming in and being looked at. */
@ApiTags('returns')
@Controller('returns')
export class ReturnsController {
  constructor(
    private readonly receiving: ReceiveReturn,
    private readonly viewing: ViewReturn,
    private readonly touched: TouchedOffices,
    private readonly cells: ViewCell,
    private readonly understood: ViewUnderstanding,
    private readonly comparing: CompareReturns,
    private readonly files: UploadedFiles,
  ) {}

  @ApiOperation({
    summary: 'Takes a workbook. 202 with its id, or 200 when the same bytes are here already.',
  })
  @Post()
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ReceivesFile('file')
  @ApiBody(UPLOAD_FORM)
  async upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() { kind, coverage }: UploadReturnRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptView> {
    if (!file) throw problems.uploadMalformed();
    const { id, status, duplicate } = await this.files.use(file, (bytes) =>
      this.receiving.receive(actor, {
        files: [{ bytes, fileName: file.originalname }],
        kind: kind ?? null,
        coverage: coverage ?? null,
      }),
    );
    if (!duplicate) return { id, status };
    response.status(200);
    return { id, status, duplicate };
  }

  @ApiOperation({
    summary:
      'Takes several files as one return, as where an office exports a file per sheet; together at most 20 MB. 202 with its id, or 200 when the same bytes are here already.',
  })
  @Post('together')
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ReceivesFiles('files', MOST_FILES)
  @ApiBody(FILES_FORM)
  async uploadTogether(
    @CurrentActor() actor: Actor,
    @UploadedFilesOfRequest() files: Express.Multer.File[] | undefined,
    @Body() { kind, coverage }: UploadReturnRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptView> {
    if (!files || files.length === 0) throw problems.filesMalformed(MOST_FILES);
    const { id, status, duplicate } = await this.files.useAll(files, (bytes) =>
      this.receiving.receive(actor, {
        files: files.map(({ originalname }, index) => ({
          bytes: bytes[index] ?? Buffer.alloc(0),
          fileName: originalname,
        })),
        kind: kind ?? null,
        coverage: coverage ?? null,
      }),
    );
    if (!duplicate) return { id, status };
    response.status(200);
    return { id, status, duplicate };
  }

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
