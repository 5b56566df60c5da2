import { useCallback } from 'react';
import { FIELD_NAMES, RETURN_KIND_NAMES, UNIT_NAMES } from '@thongvon/kernel';
import { type Messages, useText } from '../language';

/** Words for a meaning of a column: "kế hoạch vốn, kéo dài" for `planned:carried-over`. What has no words stays as it is. */
export function useMeaningName(): (meaning: string) => string {
  const fields: Readonly<Record<string, string>> = useText(FIELD_NAMES);
  const planTypes: Readonly<Record<string, string>> = useText(planTypeNames);
  return useCallback(
    (meaning) => {
      const [field = '', planType = 'current-year', source] = meaning.split(':');
      const parts = [
        fields[field] ?? field,
        planType === 'current-year' ? undefined : (planTypes[planType] ?? planType),
        source,
      ];
      return parts.filter((part) => part !== undefined).join(', ');
    },
    [fields, planTypes],
  );
}

/** Of which plan an amount is, where it isn't this year's. */
const planTypeNames = {
  'carried-over': { vi: 'kéo dài', en: 'carried over' },
  'advanced-from-next-year': { vi: 'ứng trước năm sau', en: 'advanced from next year' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advanced last year' },
  all: { vi: 'mọi loại kế hoạch', en: 'all plan types' },
} satisfies Messages;

/** What units and kinds of tables are called in an answer. */
export const tableWords = { ...UNIT_NAMES, ...RETURN_KIND_NAMES } satisfies Messages;
