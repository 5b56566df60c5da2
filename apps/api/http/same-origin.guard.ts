import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Environment } from '@thongvon/platform';
import type { ApiRequest } from './api-request';
import { problems } from './messages';
import { isOurs } from './same-origin';

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
