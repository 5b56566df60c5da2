/** How much structure a JSON body may have. The largest that a contract describes, a mapping of 20 tables, has 6.000 members. */
export const JSON_LIMITS = { depth: 16, members: 8_000 } as const;

export type JsonLimit = keyof typeof JSON_LIMITS;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING: readonly number[] = [0x7b, 0x5b];
const CLOSING: readonly number[] = [0x7d, 0x5d];

/**
 * Which limit the JSON text breaks, found in one pass over its bytes before anything is built of it: nesting, or members
 * (fields of objects and items of lists, counted together). What is no JSON is left to the parser.
 */
export function brokenJsonLimit(
  bytes: Uint8Array,
  { depth: deepest, members: most }: Readonly<Record<JsonLimit, number>> = JSON_LIMITS,
): JsonLimit | undefined {
  let depth = 0;
  let members = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) {
      inText = true;
    } else if (OPENING.includes(byte)) {
      if ((depth += 1) > deepest) return 'depth';
      members += 1;
    } else if (CLOSING.includes(byte)) {
      depth -= 1;
    } else if (byte === COMMA) {
      members += 1;
    }
    if (members > most) return 'members';
  }
  return undefined;
}
