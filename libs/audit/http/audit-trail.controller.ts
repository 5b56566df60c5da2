import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AuditEntryView, AuditListQuery, AuditWordsView, listOf, type ListOf } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, attachment, CurrentActor, FromPrimary, Statements, XLSX } from '@thongvon/platform/http';
import { auditWords, ExportAuditTrail, ListAuditEntries } from '../application/read-audit-trail';

/** Who did what to which thing. */
@ApiTags('audit-trail')
@Controller('audit-trail')
export class AuditTrailController {
  constructor(
    private readonly entries: ListAuditEntries,
    private readonly exporting: ExportAuditTrail,
  ) {}

  @ApiOperation({ summary: 'Actions, the newest first' })
  @Get()
  @Statements(2)
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(AuditEntryView) })
  list(@CurrentActor() actor: Actor, @Query() query: AuditListQuery): Promise<ListOf<AuditEntryView>> {
    return this.entries.list(actor, query);
  }

  @ApiOperation({ summary: 'The kinds of actions and things, in both languages' })
  @Get('words')
  @Statements(0)
  @Allow('administrator')
  @ApiOkResponse({ type: AuditWordsView })
  words(): AuditWordsView {
    return auditWords();
  }

  @ApiOperation({ summary: 'The same entries as a workbook; `limit` and `cursor` do not matter' })
  @Get('workbook')
  @Statements(4)
  // That it left the system is an entry of the trail.
  @FromPrimary(true)
  @Allow('administrator')
  @ApiProduces(XLSX)
  async workbook(@CurrentActor() actor: Actor, @Query() query: AuditListQuery): Promise<StreamableFile> {
    const { limit: _limit, cursor: _cursor, ...filter } = query;
    return attachment(await this.exporting.export(actor, filter), XLSX);
  }
}
