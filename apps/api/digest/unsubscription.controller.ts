import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DigestUnsubscriptionQuery } from '@thongvon/api-contract';
import { Unsubscribe } from '@thongvon/digest';
import { AllowAnyone } from '../http/allow';
import { askPage, endedPage } from './unsubscription-page';

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
