import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { BlankReturnRequest } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { BlankReturn } from '@thongvon/documents';
import { Allow } from '../http/allow';
import { attachment, XLSX } from '../http/attachment';
import { CurrentActor } from '../http/current-actor';

/** Returns to be filled in. */
@ApiTags('returns')
@Controller('blank-return')
export class BlankReturnController {
  constructor(private readonly blank: BlankReturn) {}

  /** An office's own workbook, ready to be filled in: its projects, its plan, what it reported last. */
  @Get()
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiProduces(XLSX)
  async write(@CurrentActor() actor: Actor, @Query() request: BlankReturnRequest): Promise<StreamableFile> {
    const { kind, organizationId, asOf, planYear } = request;
    const file = await this.blank.write(actor, {
      kind,
      ...(organizationId === undefined ? {} : { organizationId }),
      ...(asOf === undefined ? {} : { asOf: plainDate(asOf) }),
      ...(planYear === undefined ? {} : { planYear }),
    });
    return attachment(file, XLSX);
  }
}
