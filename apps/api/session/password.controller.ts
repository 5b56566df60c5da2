import { Body, Controller, HttpCode, Ip, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ChangeOwnPasswordRequest, ROLES, UsePasswordLinkRequest } from '@thongvon/api-contract';
import { ChangeOwnPassword, PasswordLinks, type SignedIn } from '@thongvon/organizations';
import { Allow, AllowAnyone } from '../http/allow';
import { CurrentSession } from '../http/current-actor';
import { SessionCookies } from '../http/session-cookies';
import { JsonLimit, ANYBODYS_JSON } from '../http/limits/json-limit';

/** What people do about their own password. */
@ApiTags('session')
@Controller()
export class PasswordController {
  constructor(
    private readonly change: ChangeOwnPassword,
    private readonly links: PasswordLinks,
    private readonly cookies: SessionCookies,
  ) {}

  @ApiOperation({ summary: "Changes the caller's own password and ends their other sessions" })
  @Put('session/password')
  @HttpCode(204)
  @Allow(...ROLES)
  @ApiNoContentResponse()
  own(
    @CurrentSession() { user }: SignedIn,
    @Body() { current, password }: ChangeOwnPasswordRequest,
    @Ip() address: string,
    @Req() request: Request,
  ): Promise<void> {
    const token = this.cookies.token(request) ?? '';
    return this.change.run(user, { current, password, token, address });
  }

  @ApiOperation({
    summary: 'Sets a password by the link that an administrator gave out; the link is void then',
  })
  @Put('password')
  @JsonLimit(ANYBODYS_JSON)
  @HttpCode(204)
  @AllowAnyone()
  @ApiNoContentResponse()
  byLink(@Body() { token, password }: UsePasswordLinkRequest): Promise<void> {
    return this.links.use(token, password);
  }
}
