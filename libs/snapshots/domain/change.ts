/** `now` less `before` as text; null where either isn't known. */
export function changeOf(before: bigint | null | undefined, now: bigint | null | undefined): string | null {
  return before == null || now == null ? null : (now - before).toString();
}
