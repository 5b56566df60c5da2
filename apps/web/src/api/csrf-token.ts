/** The readable cookie that every session has next to its own; undefined when nobody is signed in. */
export function csrfToken(): string | undefined {
  const token = /(?:^|; )csrf-token=([^;]*)/.exec(document.cookie)?.[1];
  return token === undefined ? undefined : decodeURIComponent(token);
}
