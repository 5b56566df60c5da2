import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DigestUnsubscriptionQuery } from '@thongvon/api-contract';
import { AllowAnyone } from '@thongvon/platform/http';
import { Unsubscribe } from '../application/unsubscribe';

const HTML = 'text/html; charset=utf-8';

/** How a person ends the weekly letter from the letter itself. The token in its link is all the permission there is. */
@ApiTags('digest')
@Controller('digest/unsubscription')
export class UnsubscriptionController {
  constructor(private readonly unsubscribing: Unsubscribe) {}

  /** Ask, with one button. Looking ends nothing: programs that check mails open every link in them. */
  @Get()
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
