import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  type StreamableFile,
  UploadedFile,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EvidenceFileRequest, EvidenceFileView, ROLES } from '@thongvon/api-contract';
import { EVIDENCE_FORM, sentEvidence } from '@thongvon/land-clearance/http';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  attachment,
  CurrentActor,
  Id,
  problems,
  ReceivesFile,
  Statements,
  UploadedFiles,
} from '@thongvon/platform/http';
import { TaskFiles } from '../application/task-files';

/** What proves that a task was done. */
@ApiTags('tasks')
@Controller('tasks/:id/evidence-files')
export class TaskFilesController {
  constructor(
    private readonly keeping: TaskFiles,
    private readonly files: UploadedFiles,
  ) {}

  /** Keep a file, to be named as proof of a report. */
  @Post()
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ReceivesFile('file')
  @ApiBody(EVIDENCE_FORM)
  @ApiCreatedResponse({ type: EvidenceFileView })
  async keep(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() about: EvidenceFileRequest,
  ): Promise<EvidenceFileView> {
    if (!file) throw problems.uploadMalformed();
    return this.files.use(file, (bytes) =>
      this.keeping.keep(actor, id, sentEvidence(file.originalname, bytes, about)),
    );
  }

  /** Fetch a file that the task's history names. */
  @Get(':fileId')
  @Statements(4)
  @Allow(...ROLES)
  @ApiProduces('application/octet-stream')
  async file(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Param('fileId', new ParseUUIDPipe({ exceptionFactory: problems.idUnknown })) fileId: string,
  ): Promise<StreamableFile> {
    return attachment(await this.keeping.file(actor, id, fileId));
  }
}
