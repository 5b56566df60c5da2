import type { WorkbookRefused } from '@thongvon/workbooks';
import { findingOf } from './findings';
import type { MessageId } from './messages/catalogue';
import type { Finding, Reading } from './reading';

const MESSAGE: Readonly<Record<WorkbookRefused['code'], MessageId>> = {
  'RET-NOT-A-RETURN': 'not-a-workbook',
  'RET-PASSWORD': 'password',
  'RET-DAMAGED': 'damaged',
  'RET-LIMIT': 'limit',
};

/** The reading of a file that could not be opened: nothing but the finding that says why and what to do. */
export function refusedReading({ code, detail }: Pick<WorkbookRefused, 'code' | 'detail'>): Reading {
  return emptyReading(findingOf(MESSAGE[code], { detail }));
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
