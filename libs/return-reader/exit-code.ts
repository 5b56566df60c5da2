import type { Reading } from './reading';

/** 0: neither error nor question. 1: some. 2: the file can't be read as a return (contract, 5). */
export function exitCodeOf(reading: Reading): 0 | 1 | 2 {
  if (reading.kinds.length === 0) return 2;
  return reading.findings.some((f) => f.severity === 'error' || f.severity === 'question') ? 1 : 0;
}
