import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { BlockerQuery, ROLES } from '@thongvon/api-contract';
import { ContinueOrStopFile } from '@thongvon/land-clearance';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { attachment } from '../http/attachment';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { askedHolding } from './asked-day';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file on which leaders decide whether a project goes on. */
@ApiTags('land-clearance')
@Controller('land-clearance/projects/:id')
export class ContinueOrStopController {
  constructor(
    private readonly file: ContinueOrStopFile,
    private readonly clock: SystemClock,
  ) {}

  /** Draw up the continue-or-stop file as a Word document. It names no household. */
  @Get('continue-or-stop')
  @Allow(...ROLES)
  @ApiProduces(DOCX)
  async make(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BlockerQuery,
  ): Promise<StreamableFile> {
    return attachment(await this.file.make(actor, id, askedHolding(query, this.clock)), DOCX);
  }
}
