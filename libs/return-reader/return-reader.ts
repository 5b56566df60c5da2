import {
  compiledModule,
  createReadingPool,
  packJson,
  type ReadingPoolOptions,
  unpackJson,
  WorkbookRefused,
} from '@thongvon/workbook-io';
import type { MessageId } from './findings/catalogue';
import { findingOf } from './findings/findings';
import type { ReadingOptions } from './model/options';
import type { Finding, Reading } from './model/reading';

export interface ReturnReader {
  /** Reads the bytes of a return. Never rejects for what is in the file: a file that can't be opened is a reading with that finding. */
  readReturn(bytes: Uint8Array, options?: ReadingOptions): Promise<Reading>;
  /** The same, packed, as it is kept; `unpackReading` undoes it. */
  readPacked(bytes: Uint8Array, options?: ReadingOptions): Promise<Buffer>;
  /** Ends its processes. */
  close(): Promise<void>;
}

/** Reads returns in processes of their own, which end when a file takes too long or too much memory. */
export function createReturnReader(limits: Omit<ReadingPoolOptions, 'entry'> = {}): ReturnReader {
  const pool = createReadingPool<ReadingOptions, Uint8Array>({
    entry: compiledModule(__dirname, 'thread-entry'),
    ...limits,
  });
  const readPacked: ReturnReader['readPacked'] = async (bytes, options = {}) => {
    try {
      return Buffer.from(await pool.run(bytes, options));
    } catch (error) {
      if (error instanceof WorkbookRefused) return packJson(refusedReading(error));
      throw error;
    }
  };
  return {
    readReturn: async (bytes, options) => unpackReading(await readPacked(bytes, options)),
    readPacked,
    close: () => pool.close(),
  };
}

/** A reading that was packed, or kept as JSON. */
export const unpackReading = async (packed: Buffer): Promise<Reading> =>
  JSON.parse(await unpackJson(packed)) as Reading;

const MIB = 1024 * 1024;

const MESSAGE = {
  'RET-NOT-A-RETURN': 'not-a-workbook',
  'RET-PASSWORD': 'password',
  'RET-DAMAGED': 'damaged',
} as const;

/** What is said of a limit, by its name, with which a refusal's detail begins. */
const LIMIT_MESSAGE: Readonly<Record<string, MessageId>> = {
  fileBytes: 'limit-file-size',
  sheets: 'limit-sheets',
  cells: 'limit-cells',
  mergedRanges: 'limit-cells',
  rows: 'limit-place',
  columns: 'limit-place',
  time: 'limit-effort',
  memory: 'limit-effort',
  'time or memory': 'limit-effort',
};

/** What is said of other refusals whose detail begins with the name of a reason. */
const REASON_MESSAGE: Readonly<Record<string, MessageId>> = {
  separator: 'text-separator',
  encoding: 'text-encoding',
  page: 'page-without-table',
};

/**
 * The reading of a file that could not be opened: nothing but the finding that says why and what to do, and of several
 * files which it is.
 */
export function refusedReading({
  code,
  detail,
  file,
}: Pick<WorkbookRefused, 'code' | 'detail' | 'file'>): Reading {
  const finding = refusalFinding(code, detail);
  if (file === undefined) return emptyReading(finding);
  const { message, messageEn } = finding;
  return emptyReading({
    ...finding,
    message: `Tệp “${file}”: ${message}`,
    messageEn: `File “${file}”: ${messageEn}`,
  });
}

function refusalFinding(code: WorkbookRefused['code'], detail: string): Finding {
  if (code === 'RET-LIMIT') return overLimit(detail);
  const [reason = ''] = detail.split(':', 1);
  return findingOf(REASON_MESSAGE[reason] ?? MESSAGE[code], { detail });
}

function overLimit(detail: string): Finding {
  const [name = ''] = detail.split(':', 1);
  const most = Number(/at most (\d+)/.exec(detail)?.[1]);
  return findingOf(LIMIT_MESSAGE[name] ?? 'limit-content', {
    detail,
    most: name === 'fileBytes' ? most / MIB : most,
  });
}

/** The reading of a path that holds no file one may read. */
export function unreadableFile(detail: string): Reading {
  return emptyReading(findingOf('file-unreadable', { detail }));
}

function emptyReading(finding: Finding): Reading {
  return {
    kinds: [],
    asOf: null,
    planYear: null,
    coverage: 'full',
    decision: null,
    sheets: [],
    total: { planned: null, disbursed: null, rate: null, denominator: 'current-year-plan' },
    byPlanType: {},
    projects: [],
    allocations: [],
    landClearance: [],
    findings: [finding],
  };
}

/** 0: neither error nor question. 1: some. 2: the file can't be read as a return (contract, 5). */
export function exitCodeOf(reading: Reading): 0 | 1 | 2 {
  if (reading.kinds.length === 0) return 2;
  return reading.findings.some((f) => f.severity === 'error' || f.severity === 'question') ? 1 : 0;
}
