import { RETURN_KIND_NAMES, UNIT_NAMES } from '@thongvon/kernel';
import type { Messages } from '../../language';

/** Of which plan an amount is, where it isn't this year's. */
export const planTypeNames = {
  'carried-over': { vi: 'kéo dài', en: 'carried over' },
  'advanced-from-next-year': { vi: 'ứng trước năm sau', en: 'advanced from next year' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advanced last year' },
  all: { vi: 'mọi loại kế hoạch', en: 'all plan types' },
} satisfies Messages;

/** What units and kinds of tables are called in an answer. */
export const tableWords = { ...UNIT_NAMES, ...RETURN_KIND_NAMES } satisfies Messages;
