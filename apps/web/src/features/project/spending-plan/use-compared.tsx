import type { EnteredView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../../language';
import { Amount } from '../../../shared';
import type { BesideSums } from '../../../shared/month-sums';
import { messages } from './messages';

/**
 * Next to each month what was disbursed by its end, with the day where that is an earlier one, and how much more than planned; of a
 * sum that is being typed once it is saved.
 */
export function useCompared({ months }: Pick<EnteredView, 'months'>, today: string): BesideSums[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const of = (end: string) => months.find((month) => month.end === end);
  return [
    {
      title: `${t.disbursed} (${short})`,
      cell: ({ end }) => {
        const { disbursed = null, figuresOn = null } = of(end) ?? {};
        if (disbursed === null) return end.slice(0, 7) <= today.slice(0, 7) && <Amount value={null} />;
        return (
          <>
            {figuresOn !== null && figuresOn !== end && (
              <span className="small muted">{t.asOf(formats.shortDate(figuresOn))} </span>
            )}
            <Amount value={disbursed} />
          </>
        );
      },
    },
    {
      title: `${t.difference} (${short})`,
      cell: ({ end }, sum) => {
        const { planned, ahead = null } = of(end) ?? {};
        return ahead !== null && planned === sum?.toString() && <Amount change value={ahead} />;
      },
    },
  ];
}
