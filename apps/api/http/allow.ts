import { applyDecorators, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@thongvon/organizations';

/** Who may call a handler: the roles it names, or anyone. A handler that says nothing is refused to everybody. */
export type Access = readonly Role[] | 'anyone';

const AccessDeclaration = Reflector.createDecorator<Access>();

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

/** Lets anyone call the handler, without a session: signing in, health. */
export function AllowAnyone(): MethodDecorator {
  return AccessDeclaration('anyone');
}
