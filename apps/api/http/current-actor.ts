import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@thongvon/organizations';
import type { ApiRequest } from './api-request';

/** The signed-in person, as a parameter of a handler that has `@Allow(…)`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { signedIn } = context.switchToHttp().getRequest<ApiRequest>();
  if (!signedIn) throw new Error('@CurrentActor() needs a handler with @Allow(…)');
  return signedIn.actor;
});
