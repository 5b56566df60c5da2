import { Controller, Get, Post, UploadedFile, type StreamableFile } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EvidenceFileView, ROLES } from '@thongvon/api-contract';
import { Proofs } from '@thongvon/land-clearance';
import { type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { attachment } from '../http/attachment';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { UploadedFiles } from '../http/limits/uploaded-files';
import { problems } from '../http/messages';
import { ReceivesFile } from '../http/receives-file';

const FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        description: 'PDF, JPEG, PNG, .docx or .xlsx, at most 20 MB',
      },
    },
  },
};

/** Documents and pictures that prove what was done. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class EvidenceFilesController {
  constructor(
    private readonly proofs: Proofs,
    private readonly files: UploadedFiles,
  ) {}

  /** Keep a file, to be named as proof of a step or of what was done about a blocker. */
  @Post('projects/:id/evidence-files')
  @Allow('reporter')
  @ReceivesFile('file')
  @ApiBody(FORM)
  @ApiCreatedResponse({ type: EvidenceFileView })
  async keep(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<EvidenceFileView> {
    if (!file) throw problems.uploadMalformed();
    return this.files.use(file, (bytes) =>
      this.proofs.keep(actor, id, { fileName: file.originalname, bytes }),
    );
  }

  /** Fetch such a file. */
  @Get('evidence-files/:id')
  @Allow(...ROLES)
  @ApiProduces('application/octet-stream')
  async file(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.proofs.file(actor, id));
  }
}
