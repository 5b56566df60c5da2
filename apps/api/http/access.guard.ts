import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { declaredAccess, isTopOfficeOnly } from './allow';
import type { ApiRequest } from './api-request';
import { problems } from './messages';

/** Lets through whom the handler names, of a top office where it says so. A handler that declares nothing is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): true {
    const access = declaredAccess(this.reflector, context);
    if (access === undefined) throw problems.forbidden();
    if (access === 'anyone') return true;
    const { signedIn } = context.switchToHttp().getRequest<ApiRequest>();
    if (!signedIn) throw problems.notSignedIn();
    const { role, atTop = false } = signedIn.actor;
    if (!access.includes(role)) throw problems.forbidden();
    if (!atTop && isTopOfficeOnly(this.reflector, context)) throw problems.topOfficeOnly();
    return true;
  }
}
