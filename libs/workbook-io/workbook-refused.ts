import type { WorkbookLimits } from './workbook-limits';

/** Why a file could not be opened as a workbook; codes of the contract, section 1. */
export type RefusalCode = 'RET-NOT-A-RETURN' | 'RET-PASSWORD' | 'RET-DAMAGED' | 'RET-LIMIT';

/** A file that is no workbook, is locked or damaged, or asks for more than we grant. Nothing of it has been read. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';

  /** @param detail what was met, in English, for logs and for a person who helps: "cells: more than 1500000" */
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}

export const damaged = (detail: string, cause?: unknown): WorkbookRefused =>
  new WorkbookRefused('RET-DAMAGED', detail, cause === undefined ? undefined : { cause });

export const overLimit = (
  limit: keyof WorkbookLimits,
  most: number,
  met: number | string = 'more',
): WorkbookRefused => new WorkbookRefused('RET-LIMIT', `${limit}: at most ${most}, met ${met}`);
