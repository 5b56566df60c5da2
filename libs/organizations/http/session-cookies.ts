import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Environment } from '@thongvon/platform';
import { type ApiRequest, callerOf, type Callers } from '@thongvon/platform/http';
import { type OpenedSession, ResolveSession, SESSION_LASTS, type SignedIn } from '../application/sessions';

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
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn =>
    callerOf(context.switchToHttp().getRequest<ApiRequest>()) as SignedIn,
);
