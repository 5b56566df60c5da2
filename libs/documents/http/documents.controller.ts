import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { BlankReturnRequest, ROLES } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, attachment, XLSX, CurrentActor, Id, Statements } from '@thongvon/platform/http';
import { BlankReturn, MarkedReturn } from '../application/blank-and-marked-returns';

/** Returns to be filled in. */
@ApiTags('returns')
@Controller('blank-return')
export class BlankReturnController {
  constructor(private readonly blank: BlankReturn) {}

  /** An office's own workbook, ready to be filled in: its projects, its plan, what it reported last. */
  @Get()
  @Statements(7)
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

/** What was found in a return, in the office's own workbook. */
@ApiTags('returns')
@Controller('returns/:id/marked')
export class MarkedReturnController {
  constructor(private readonly marking: MarkedReturn) {}

  /** The workbook with findings coloured, commented and listed; for files other than .xlsx and .xlsm only the list. */
  @Get()
  @Statements(4)
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async marked(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.marking.of(actor, id));
  }
}
