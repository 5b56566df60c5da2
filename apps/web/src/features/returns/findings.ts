import type { FindingView } from '@thongvon/api-contract';

/** Names a finding in the address bar: it stays the same when others are settled. */
export function keyOf({
  code,
  sheet,
  cell,
  value,
}: Pick<FindingView, 'code' | 'sheet' | 'cell' | 'value'>): string {
  return [code.replace(/^RET-/, ''), sheet ?? '', cell ?? '', cell === null ? (value ?? '') : ''].join('~');
}
