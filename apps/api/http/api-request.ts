import type { Request } from 'express';
import type { Actor } from '@thongvon/organizations';

/** A request as our own guards and middleware have furnished it. */
export interface ApiRequest extends Request {
  /** Names the request in the log, in `X-Request-Id` and in a 500's problem document. */
  requestId: string;
  signedIn?: { readonly actor: Actor; readonly csrfToken: string };
}
