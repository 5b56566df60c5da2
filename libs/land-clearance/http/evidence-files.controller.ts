import { Body, Controller, Get, Post, type StreamableFile, UploadedFile } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiCreatedResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { EvidenceFileRequest, EvidenceFileView, ROLES } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  attachment,
  CurrentActor,
  given,
  Id,
  problems,
  ReceivesFile,
  Statements,
  UploadedFiles,
} from '@thongvon/platform/http';
import { Proofs, type SentEvidence } from '../application/proofs';

/** The form in which a file of evidence is sent, for whatever it proves. */
export const EVIDENCE_FORM: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        description: 'PDF, JPEG, PNG, .docx or .xlsx, at most 20 MB',
      },
      clientKey: { type: 'string', maxLength: 100 },
      takenOn: { type: 'string', format: 'date' },
      takenTime: { type: 'string', example: '08:40' },
      latitude: { type: 'string', example: '15.735210' },
      longitude: { type: 'string', example: '108.354120' },
    },
  },
};

/** A file that was sent with what it says of itself. */
export function sentEvidence(
  fileName: string,
  bytes: Buffer,
  { takenOn, ...about }: EvidenceFileRequest,
): SentEvidence {
  const taken = takenOn === undefined ? {} : { takenOn: plainDate(takenOn) };
  return { fileName, bytes, ...given(about), ...taken };
}

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
      this.proofs.keep(actor, id, sentEvidence(file.originalname, bytes, about)),
    );
  }

  /** Fetch such a file. */
  @Get('evidence-files/:id')
  @Statements(2)
  @Allow(...ROLES)
  @ApiProduces('application/octet-stream')
  async file(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.proofs.file(actor, id));
  }
}
