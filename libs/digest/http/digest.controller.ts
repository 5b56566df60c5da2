import { Body, Controller, Get, Header, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DigestLettersView,
  DigestLetterView,
  DigestRecipientView,
  SetDigestRecipientRequest,
  WeekDigestQuery,
  WeekDigestView,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, JsonLimit, LONG_JSON } from '@thongvon/platform/http';
import { ListRecipients, SetRecipient } from '../application/recipients';
import { ViewDigest, ViewLetters } from '../application/view-letters';
import { toWeekDigestView } from './week-digest-view';

/** The week that is asked for; null: the latest frozen one. */
const weekOf = ({ week }: WeekDigestQuery) => (week === undefined ? null : plainDate(week));

/** What the weekly letter says, for the page that leaders open on their phones. */
@ApiTags('digest')
@Controller('digest/week')
export class WeekDigestController {
  constructor(private readonly viewing: ViewDigest) {}

  @ApiOperation({ summary: 'What is to be decided in a frozen week, what changed, who is silent' })
  @Get()
  @Allow('leader', 'finance-officer', 'finance-head', 'administrator')
  @ApiOkResponse({ type: WeekDigestView })
  async view(@CurrentActor() actor: Actor, @Query() query: WeekDigestQuery): Promise<WeekDigestView> {
    return toWeekDigestView(await this.viewing.view(actor, weekOf(query)));
  }
}

/** Our pages refuse to be shown in a frame: what the letter leads to opens next to it. */
const LINKS_LEAVE_THE_FRAME = '<base target="_blank">';

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

/** Who gets the weekly letter, and of which organisations. */
@ApiTags('digest')
@Controller('digest/recipients')
export class DigestRecipientsController {
  constructor(
    private readonly listing: ListRecipients,
    private readonly setting: SetRecipient,
  ) {}

  /** List leaders and everybody for whom something is set, by name. */
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: [DigestRecipientView] })
  list(@CurrentActor() actor: Actor): Promise<DigestRecipientView[]> {
    return this.listing.list(actor);
  }

  /** Set whether an account gets the weekly letter, and of which organisations. Letters that were sent stay as they are. */
  @Put(':id')
  @JsonLimit(LONG_JSON)
  @Allow('administrator')
  @ApiOkResponse({ type: DigestRecipientView })
  set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { receives, organizationIds }: SetDigestRecipientRequest,
  ): Promise<DigestRecipientView> {
    return this.setting.set(actor, id, { receives, organizationIds: organizationIds ?? null });
  }
}
