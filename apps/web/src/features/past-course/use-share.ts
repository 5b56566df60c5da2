import { useFormats, useText } from '../../language';
import { percentOf } from '../../shared/course/course-figures';
import type { BesideSums } from '../../shared/month-sums';
import { messages } from './messages';

/** Beside each month its sum as a share of the year's plan, whole đồng; nothing while the plan isn't known. */
export function useShare(planned: bigint | null): BesideSums {
  const t = useText(messages);
  const formats = useFormats();
  return {
    title: t.share,
    cell: (_, sum) => {
      const share = percentOf(sum?.toString() ?? null, planned?.toString() ?? null);
      return share === null ? null : formats.percent(share);
    },
  };
}
