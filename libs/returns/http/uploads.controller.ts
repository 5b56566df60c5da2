import {
  Body,
  Controller,
  HttpCode,
  Post,
  Res,
  UploadedFile,
  UploadedFiles as UploadedFilesOfRequest,
} from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ReceiptView, UploadReturnRequest } from '@thongvon/api-contract';
import { COVERAGES, RETURN_KINDS } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  CurrentActor,
  problems,
  ReceivesFile,
  ReceivesFiles,
  UploadedFiles,
} from '@thongvon/platform/http';
import { ReceiveReturn } from '../application/receive-return';

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

/** Returns coming in. */
@ApiTags('returns')
@Controller('returns')
export class ReturnUploadsController {
  constructor(
    private readonly receiving: ReceiveReturn,
    private readonly files: UploadedFiles,
  ) {}

  @ApiOperation({
    summary: 'Takes a workbook. 202 with its id, or 200 when the same bytes are here already.',
    operationId: 'Returns.upload',
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
    operationId: 'Returns.uploadTogether',
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
}
