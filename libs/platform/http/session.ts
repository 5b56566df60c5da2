import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { declaredAccess } from './access';
import type { ApiRequest, Caller } from './request';

/** Finds out who sent a request. The context that keeps accounts and sessions knows. */
export abstract class Callers {
  /** Undefined when nobody is signed in. */
  abstract of(request: Request): Promise<Caller | undefined>;
}

/** Finds out who is calling. Not for what anyone may call: that must not depend on the database. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    if (declaredAccess(this.reflector, context) === 'anyone') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const caller = await this.callers.of(request);
    if (caller) request.signedIn = caller;
    return true;
  }
}
