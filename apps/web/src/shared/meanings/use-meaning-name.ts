import { useCallback } from 'react';
import { FIELD_NAMES } from '@thongvon/kernel';
import { useText } from '../../language';
import { planTypeNames } from './messages';

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
