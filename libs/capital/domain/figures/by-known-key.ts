import { projectCode } from '@thongvon/kernel';
import { knownKey } from '@thongvon/return-reader';

/** What is known of projects, as the reader looks it up; of several of one name without a code nothing is. */
export function byKnownKey(
  rows: readonly { readonly code: string | null; readonly name: string; readonly amount: string }[],
): Record<string, string> {
  const known = new Map<string, string | null>();
  for (const { code, name, amount } of rows) {
    const key = knownKey({ code: code === null ? null : projectCode(code), name });
    known.set(key, known.has(key) ? null : amount);
  }
  return Object.fromEntries([...known].flatMap(([key, amount]) => (amount === null ? [] : [[key, amount]])));
}
