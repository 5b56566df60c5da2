import type { PastCourseView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import type { BesideSums } from '../../shared/month-sums';
import { messages } from './messages';

/** Next to each month its sum as a share of the year's plan; of a sum that is being typed once it is saved. */
export function useShare(saved: PastCourseView | undefined): BesideSums {
  const t = useText(messages);
  const formats = useFormats();
  return {
    title: t.share,
    cell: ({ end }, sum) => {
      const { disbursed, rate = null } = saved?.points.find(({ asOf }) => asOf === end) ?? {};
      return rate === null || disbursed !== sum?.toString() ? null : formats.percent(rate);
    },
  };
}
