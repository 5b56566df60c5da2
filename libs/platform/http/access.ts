import { applyDecorators, type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Role } from '@thongvon/api-contract';
import { Environment } from '../config/environment';
import { problems } from './messages';
import type { ApiRequest, Caller } from './request';

/** Who may call a handler: the roles it names, or anyone. A handler that says nothing is refused to everybody. */
type Access = readonly Role[] | 'anyone';

const AccessDeclaration = Reflector.createDecorator<Access>();
const TopOfficeDeclaration = Reflector.createDecorator<boolean>();

/** What the handler of `context` declared; undefined when it declared nothing. */
function declaredAccess(
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

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses state-changing calls that a page of another site made a browser send. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly environment: Environment) {}

  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (SAFE_METHODS.includes(request.method)) return true;
    const ours = isOurs({
      origin: request.get('origin'),
      host: request.get('host'),
      publicUrl: this.environment.PUBLIC_URL,
      token: request.get('x-csrf-token'),
      sessionToken: request.signedIn?.csrfToken,
    });
    if (!ours) throw problems.foreignOrigin();
    return true;
  }
}

/** What counts for whether a page of another site is behind a call. */
interface Provenance {
  /** The `Origin` header; browsers send it with every state-changing call to another site, and `null` when they hide it. */
  readonly origin: string | undefined;
  /** The `Host` header. */
  readonly host: string | undefined;
  readonly publicUrl: string | undefined;
  /** The `x-csrf-token` header. */
  readonly token: string | undefined;
  /** The token of the session; undefined when the call needs none or has none, and so acts for nobody. */
  readonly sessionToken: string | undefined;
}

/**
 * Whether a state-changing call is ours (contract, section 4): from our own origin, or, without an `Origin` (scripts
 * outside browsers), with the session's token. A foreign origin is refused even with the token.
 */
function isOurs({ origin, host, publicUrl, token, sessionToken }: Provenance): boolean {
  if (origin !== undefined) return isOwnOrigin(origin, host, publicUrl);
  return sessionToken === undefined || token === sessionToken;
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: normal, host: originHost } = new URL(origin);
  if (publicUrl !== undefined && normal === new URL(publicUrl).origin) return true;
  return originHost !== '' && originHost === host?.toLowerCase();
}
