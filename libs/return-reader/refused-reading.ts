import type { WorkbookRefused } from '@thongvon/workbook-io';
import { findingOf } from './findings';
import type { MessageId } from './messages/catalogue';
import type { Finding, Reading } from './reading';

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
  time: 'limit-effort',
  memory: 'limit-effort',
  'time or memory': 'limit-effort',
};

/** The reading of a file that could not be opened: nothing but the finding that says why and what to do. */
export function refusedReading({ code, detail }: Pick<WorkbookRefused, 'code' | 'detail'>): Reading {
  return emptyReading(code === 'RET-LIMIT' ? overLimit(detail) : findingOf(MESSAGE[code], { detail }));
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
