/** What counts for whether a page of another site is behind a call. */
export interface Provenance {
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
export function isOurs({ origin, host, publicUrl, token, sessionToken }: Provenance): boolean {
  if (origin !== undefined) return isOwnOrigin(origin, host, publicUrl);
  return sessionToken === undefined || token === sessionToken;
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: normal, host: originHost } = new URL(origin);
  if (publicUrl !== undefined && normal === new URL(publicUrl).origin) return true;
  return originHost !== '' && originHost === host?.toLowerCase();
}
