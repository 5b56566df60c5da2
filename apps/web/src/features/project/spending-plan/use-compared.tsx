import { useFormats, useText, useUnitNames } from '../../../language';
import { Amount } from '../../../shared';
import type { BesideSums } from '../../../shared/month-sums';
import type { Story } from '../story';
import { messages } from './messages';
import { compareMonth } from './months-compared';

/** Beside each month what was disbursed by its end, with the day where that is an earlier one, and how much more than planned. */
export function useCompared({ told, today }: Story): BesideSums[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  return [
    {
      title: `${t.disbursed} (${short})`,
      cell: ({ end }) => {
        const { hasBegun, told: newest } = compareMonth(told, end, today);
        if (!hasBegun) return null;
        if (newest === undefined) return <Amount value={null} />;
        const { disbursed, asOf } = newest;
        return (
          <>
            {asOf !== end && <span className="small muted">{t.asOf(formats.shortDate(asOf))} </span>}
            <Amount value={disbursed.toString()} />
          </>
        );
      },
    },
    {
      title: `${t.difference} (${short})`,
      cell: ({ end }, sum) => {
        const { told: newest, isOver } = compareMonth(told, end, today);
        if (newest === undefined || !isOver || sum === null) return null;
        return <Amount change value={(newest.disbursed - sum).toString()} />;
      },
    },
  ];
}
