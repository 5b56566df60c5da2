/** Why a file could not be opened as a workbook; codes of the contract, section 1. */
export type RefusalCode = 'RET-NOT-A-RETURN' | 'RET-PASSWORD' | 'RET-DAMAGED' | 'RET-LIMIT';

/** A file that is no workbook, is locked or damaged, or asks for more than we grant. Nothing of it has been read. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  /** Which of several files it is. */
  readonly file?: string;

  /** @param detail what was met, in English, for logs and for a person who helps: "cells: more than 1500000" */
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    { file, ...options }: ErrorOptions & { readonly file?: string | undefined } = {},
  ) {
    super(`${code}: ${detail}`, options);
    if (file !== undefined) this.file = file;
  }
}

/** The refusal of a file that is broken or contradicts itself. `detail` in English, for logs. */
export const damaged = (detail: string, cause?: unknown): WorkbookRefused =>
  new WorkbookRefused('RET-DAMAGED', detail, cause === undefined ? undefined : { cause });

/** The refusal of a file that asks for more than a limit grants: at most so much, and what was met. */
export const overLimit = (
  limit: keyof WorkbookLimits,
  most: number,
  met: number | string = 'more',
): WorkbookRefused => new WorkbookRefused('RET-LIMIT', `${limit}: at most ${most}, met ${met}`);

const MIB = 1024 * 1024;

/**
 * What one workbook may ask of us. Sizes are those really met while unpacking, whatever the file says of itself. A
 * return of 100 000 rows and 12 columns stays within every one of them.
 */
export interface WorkbookLimits {
  /** Bytes of the file as sent (contract, section 4: 413 over 20 MB). */
  readonly fileBytes: number;
  readonly zipEntries: number;
  /** Bytes of all parts that are read, unpacked. */
  readonly unpackedBytes: number;
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Unpacked bytes for each packed byte, in parts larger than `ratioFloorBytes`. DEFLATE can reach 1032. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly sheets: number;
  /** Rows and columns of a sheet: Excel's own bounds. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with content, in all sheets together. */
  readonly cells: number;
  readonly mergedRanges: number;
  readonly xmlDepth: number;
  /** Tables within tables of a web page. */
  readonly tableDepth: number;
  /** Operations spent on computing formulas without a saved value; what is left over stays unknown. */
  readonly formulaSteps: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * MIB,
  zipEntries: 5_000,
  unpackedBytes: 192 * MIB,
  partBytes: 128 * MIB,
  ratio: 250,
  ratioFloorBytes: 8 * MIB,
  sheets: 500,
  rows: 1_048_576,
  columns: 16_384,
  cells: 1_500_000,
  mergedRanges: 100_000,
  xmlDepth: 64,
  tableDepth: 16,
  formulaSteps: 5_000_000,
};
