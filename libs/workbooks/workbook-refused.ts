/** Why a file could not be opened as a workbook; codes of the contract, section 1. */
export type RefusalCode = 'RET-NOT-A-RETURN' | 'RET-PASSWORD' | 'RET-DAMAGED' | 'RET-LIMIT';

/** A file that is no workbook, is locked or damaged, or asks for more than we grant. Nothing of it has been read. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';

  /** @param detail what was met, in English, for logs and for a person who helps: "cells: 2000001 of at most 2000000" */
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}
