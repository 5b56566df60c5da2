import type { FindingView } from '@thongvon/api-contract';

/** Names a finding in the address bar: it stays the same when others are settled. */
export function keyOf({ code, sheet, cell, value }: FindingView): string {
  return [code.replace(/^RET-/, ''), sheet ?? '', cell ?? '', cell === null ? (value ?? '') : ''].join('~');
}
