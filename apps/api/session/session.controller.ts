import {
  Body,
  type CanActivate,
  Controller,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  Ip,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ROLES, SessionView, SignInRequest } from '@thongvon/api-contract';
import { type SignedIn, SignIn, SignInLimit, SignOut } from '@thongvon/organizations';
import { Allow, AllowAnyone } from '../http/allow';
import type { ApiRequest } from '../http/api-request';
import { CurrentSession } from '../http/current-actor';
import { ANYBODYS_JSON, JsonLimit } from '../http/limits/json-limit';
import { SessionCookies } from '../http/session-cookies';

/** Turns away who has guessed too often, before anything that they send is read. */
@Injectable()
class SignInGuard implements CanActivate {
  constructor(private readonly limit: SignInLimit) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { ip = '' } = context.switchToHttp().getRequest<ApiRequest>();
    await this.limit.refuseAddress(ip);
    return true;
  }
}

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly cookies: SessionCookies,
  ) {}

  @ApiOperation({ summary: "Signs in: sets the session's cookie and the readable cookie `csrf-token`" })
  @Post()
  @JsonLimit(ANYBODYS_JSON)
  @HttpCode(200)
  @AllowAnyone()
  @UseGuards(SignInGuard)
  @ApiOkResponse({ type: SessionView })
  async open(
    @Body() { email, password }: SignInRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const opened = await this.signIn.run(email, password, address);
    this.cookies.set(response, opened);
    return { user: opened.user, csrfToken: opened.csrfToken };
  }

  @ApiOperation({ summary: 'Who is signed in; 401 when nobody is' })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: SessionView })
  show(@CurrentSession() { user, csrfToken }: SignedIn): SessionView {
    return { user, csrfToken };
  }

  @ApiOperation({ summary: 'Signs out' })
  @Delete()
  @HttpCode(204)
  @Allow(...ROLES)
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = this.cookies.token(request);
    if (token !== undefined) await this.signOut.run(token);
    this.cookies.clear(response);
  }
}
