import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DigestLettersView, DigestLetterView, WeekDigestQuery } from '@thongvon/api-contract';
import { ViewLetters } from '@thongvon/digest';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** Our pages refuse to be shown in a frame: what the letter leads to opens next to it. */
const LINKS_LEAVE_THE_FRAME = '<base target="_blank">';

const weekOf = ({ week }: WeekDigestQuery) => (week === undefined ? null : plainDate(week));

/** What leaders get of a week, to be looked at before and after. Sends nothing. */
@ApiTags('digest')
@Controller('digest/letters')
export class DigestLettersController {
  constructor(private readonly viewing: ViewLetters) {}

  /** List whose letters the caller may look at: of nothing that they don't see themselves. */
  @Get()
  @Allow('finance-officer', 'finance-head', 'administrator')
  @ApiOkResponse({ type: DigestLettersView })
  list(@CurrentActor() actor: Actor, @Query() query: WeekDigestQuery): Promise<DigestLettersView> {
    return this.viewing.list(actor, weekOf(query));
  }

  /** Show one person's letter, as HTML and as plain text. */
  @Get(':id')
  @Allow('finance-officer', 'finance-head', 'administrator')
  @ApiOkResponse({ type: DigestLetterView })
  view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: WeekDigestQuery,
  ): Promise<DigestLetterView> {
    return this.viewing.view(actor, id, weekOf(query));
  }

  /** Show it as the page that it is, in a frame of ours or by itself: no script runs in it. */
  @Get(':id/page')
  @Allow('finance-officer', 'finance-head', 'administrator')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOkResponse({ description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } })
  async page(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: WeekDigestQuery,
  ): Promise<string> {
    const { html } = await this.viewing.view(actor, id, weekOf(query));
    return html.replace('<head>', `<head>${LINKS_LEAVE_THE_FRAME}`);
  }
}
