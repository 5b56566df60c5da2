import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Environment } from '../config/environment';
import type { ApiRequest } from './request';
import { problems } from './messages';

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
