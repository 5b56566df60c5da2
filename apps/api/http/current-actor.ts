import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, SignedIn } from '@thongvon/organizations';
import type { ApiRequest } from './api-request';

function signedInOf(context: ExecutionContext): SignedIn {
  const { signedIn } = context.switchToHttp().getRequest<ApiRequest>();
  if (!signedIn) throw new Error('@CurrentActor() needs a handler with @Allow(…)');
  return signedIn;
}

/** The signed-in person, as a parameter of a handler that has `@Allow(…)`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

/** The same with account and CSRF token, for the session's own calls. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context),
);
