import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ROLES } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { MarkedReturn } from '@thongvon/documents';
import { Allow } from '../http/allow';
import { attachment, XLSX } from '../http/attachment';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What was found in a return, in the office's own workbook. */
@ApiTags('returns')
@Controller('returns/:id/marked')
export class MarkedReturnController {
  constructor(private readonly marking: MarkedReturn) {}

  /** The workbook with findings coloured, commented and listed; for files other than .xlsx and .xlsm only the list. */
  @Get()
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async marked(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.marking.of(actor, id));
  }
}
