import { Body, Controller, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DigestLettersView,
  DigestLetterView,
  DigestRecipientView,
  DigestUnsubscriptionQuery,
  SetDigestRecipientRequest,
  WeekDigestQuery,
  WeekDigestView,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  AllowAnyone,
  CurrentActor,
  Id,
  JsonLimit,
  LONG_JSON,
  Statements,
} from '@thongvon/platform/http';
import { ListRecipients, SetRecipient } from '../application/recipients';
import { Unsubscribe } from '../application/unsubscribe';
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
  @Statements(4)
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
  @Statements(2)
  @Allow('finance-officer', 'finance-head', 'administrator')
  @ApiOkResponse({ type: DigestLettersView })
  list(@CurrentActor() actor: Actor, @Query() query: WeekDigestQuery): Promise<DigestLettersView> {
    return this.viewing.list(actor, weekOf(query));
  }

  /** Show one person's letter, as HTML and as plain text. */
  @Get(':id')
  @Statements(5)
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
  @Statements(5)
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
  @Statements(1)
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

const HTML = 'text/html; charset=utf-8';

/** How a person ends the weekly letter from the letter itself. The token in its link is all the permission there is. */
@ApiTags('digest')
@Controller('digest/unsubscription')
export class UnsubscriptionController {
  constructor(private readonly unsubscribing: Unsubscribe) {}

  /** Ask, with one button. Looking ends nothing: programs that check mails open every link in them. */
  @Get()
  @Statements(2)
  @AllowAnyone()
  @Header('Content-Type', HTML)
  @ApiOkResponse({ description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } })
  async look(@Query() { token }: DigestUnsubscriptionQuery): Promise<string> {
    const { receives } = await this.unsubscribing.look(token);
    return receives ? askPage(token) : endedPage();
  }

  /** End the weekly letter: the button, or a mail program's one click (RFC 8058). Safe to repeat. */
  @Post()
  @HttpCode(200)
  @AllowAnyone()
  @Header('Content-Type', HTML)
  @ApiOkResponse({ description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } })
  async end(@Query() { token }: DigestUnsubscriptionQuery): Promise<string> {
    await this.unsubscribing.end(token);
    return endedPage();
  }
}

/** Asks whether to end the weekly letter. `token` is one that was found valid. */
function askPage(token: string): string {
  return page(
    'Thôi nhận thư giải ngân hằng tuần?',
    `<p>Bấm nút dưới đây để thôi nhận; quản trị viên sẽ được báo.<br>Stop the weekly letter; the administrator is reported.</p>
<form method="post" action="?token=${encodeURIComponent(token)}"><button type="submit">Thôi nhận thư này</button></form>`,
  );
}

/** Says that it has ended. */
function endedPage(): string {
  return page(
    'Đã thôi nhận thư giải ngân hằng tuần',
    `<p>Quản trị viên đã được báo và có thể bật lại theo yêu cầu.<br>The weekly letter has ended; the administrator has been reported.</p>`,
  );
}

/** The page's only style; the content policy names it by its hash. Without scripts, whatever the reader's browser is. */
export const UNSUBSCRIPTION_STYLE = `
body{max-width:36rem;margin:2rem auto;padding:0 1rem;background:#faf9f4;color:#1b2026;font:16px/1.5 "Be Vietnam Pro","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
h1{font-size:1.4rem;line-height:1.3}
button{min-height:48px;padding:0 1.25rem;border:0;background:#1f4a78;color:#fff;font:inherit;font-weight:600;cursor:pointer}
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${UNSUBSCRIPTION_STYLE}</style></head>
<body><h1>${title}</h1>
${body}
</body>
</html>
`;
