import { applyDecorators, type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@thongvon/api-contract';
import type { ApiRequest } from './request';
import { problems } from './messages';

/** Who may call a handler: the roles it names, or anyone. A handler that says nothing is refused to everybody. */
type Access = readonly Role[] | 'anyone';

const AccessDeclaration = Reflector.createDecorator<Access>();
const TopOfficeDeclaration = Reflector.createDecorator<boolean>();

/** What the handler of `context` declared; undefined when it declared nothing. */
export function declaredAccess(
  reflector: Reflector,
  context: Pick<ExecutionContext, 'getHandler'>,
): Access | undefined {
  return reflector.get<Access | undefined>(AccessDeclaration.KEY, context.getHandler());
}

/** Lets signed-in people of these roles call the handler. */
export function Allow(...roles: [Role, ...Role[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(AccessDeclaration(roles), ApiCookieAuth(), ApiExtension('x-roles', roles));
}

/**
 * What is one for the whole installation, as a week's revision or a threshold: of the roles that `Allow` names, only those
 * of an office with none above it. Roles count within their office's subtree only.
 */
export function TopOfficeOnly(): MethodDecorator & ClassDecorator {
  return applyDecorators(TopOfficeDeclaration(true), ApiExtension('x-top-office-only', true));
}

/** Whether the handler of `context` is for people of a top office only. */
function isTopOfficeOnly(
  reflector: Reflector,
  context: Pick<ExecutionContext, 'getHandler' | 'getClass'>,
): boolean {
  return (
    reflector.getAllAndOverride<boolean | undefined>(TopOfficeDeclaration.KEY, [
      context.getHandler(),
      context.getClass(),
    ]) ?? false
  );
}

/** Lets anyone call the handler, without a session: signing in, health. */
export function AllowAnyone(): MethodDecorator {
  return AccessDeclaration('anyone');
}

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
