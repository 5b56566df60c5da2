import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ResolveSession } from '@thongvon/organizations';
import { declaredAccess } from './allow';
import type { ApiRequest } from './api-request';
import { SessionCookies } from './session-cookies';

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
