import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { Reflector } from '@nestjs/core';
import { type OpenedSession, ResolveSession, SESSION_LASTS } from '@thongvon/organizations';
import { Environment } from '@thongvon/platform';
import { declaredAccess } from './access';
import type { ApiRequest } from './request';

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

/** Finds out who is calling. Not for what anyone may call: that must not depend on the database. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookies: SessionCookies,
    private readonly sessions: ResolveSession,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    if (declaredAccess(this.reflector, context) === 'anyone') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = this.cookies.token(request);
    const signedIn = token === undefined ? undefined : await this.sessions.run(token);
    if (signedIn) request.signedIn = signedIn;
    return true;
  }
}
