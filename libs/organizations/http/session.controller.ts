import {
  Body,
  type CanActivate,
  Controller,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  Ip,
  Post,
  Put,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import {
  ChangeOwnPasswordRequest,
  ROLES,
  SessionView,
  SignInRequest,
  UsePasswordLinkRequest,
} from '@thongvon/api-contract';
import { Environment } from '@thongvon/platform';
import {
  Allow,
  AllowAnyone,
  ANYBODYS_JSON,
  type ApiRequest,
  callerOf,
  type Callers,
  JsonLimit,
  Statements,
} from '@thongvon/platform/http';
import { ChangeOwnPassword, PasswordLinks } from '../application/change-password';
import {
  type OpenedSession,
  ResolveSession,
  SESSION_LASTS,
  type SignedIn,
  SignIn,
  SignInLimit,
  SignOut,
} from '../application/sessions';

const SESSION_COOKIE = 'session';
const CSRF_COOKIE = 'csrf-token';

/** The two cookies of a signed-in browser: the session, out of reach of scripts, and the token that scripts echo. */
@Injectable()
export class SessionCookies {
  private readonly options: CookieOptions;

  constructor(environment: Environment) {
    const secure = environment.PUBLIC_URL?.startsWith('https:') ?? false;
    this.options = { sameSite: 'lax', path: '/', secure };
  }

  set(response: Response, { token, csrfToken }: OpenedSession): void {
    const options = { ...this.options, maxAge: SESSION_LASTS };
    response.cookie(SESSION_COOKIE, token, { ...options, httpOnly: true });
    response.cookie(CSRF_COOKIE, csrfToken, options);
  }

  clear(response: Response): void {
    response.clearCookie(SESSION_COOKIE, { ...this.options, httpOnly: true });
    response.clearCookie(CSRF_COOKIE, this.options);
  }

  token(request: Request): string | undefined {
    const cookies = request.cookies as Readonly<Record<string, unknown>> | undefined;
    const token = cookies?.[SESSION_COOKIE];
    return typeof token === 'string' && token !== '' ? token : undefined;
  }
}

/** Who sent a request is who opened the session that its cookie names. */
@Injectable()
export class SessionCallers implements Callers {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly sessions: ResolveSession,
  ) {}

  async of(request: Request): Promise<SignedIn | undefined> {
    const token = this.cookies.token(request);
    return token === undefined ? undefined : this.sessions.run(token);
  }
}

/** The session of who calls, with account and CSRF token, as a parameter of a handler that has `@Allow(…)`. */
const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn =>
    callerOf(context.switchToHttp().getRequest<ApiRequest>()) as SignedIn,
);

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
  @Statements(0)
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
