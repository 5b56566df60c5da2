import type { Dong } from '@thongvon/kernel';

/** An amount as the driver gives it: text, or null when it isn't known. */
export function dongOf(text: string | null): Dong | null {
  return text === null ? null : BigInt(text);
}
