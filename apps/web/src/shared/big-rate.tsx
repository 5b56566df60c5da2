import type { AmountsView, ReckoningView } from '@thongvon/api-contract';
import { useFormats, useUnitNames } from '../language';
import { RateBar, Unknown } from './values';
import { figureMark } from './reckoning';
import './big-rate.css';

/** A mark on the bar, with its words below. */
export interface RateMark {
  readonly percent: number;
  readonly words: string;
}

interface BigRateProps {
  /** Percent with two decimals; null where it isn't known, for `reason`. */
  readonly rate: string | null;
  readonly reason: NonNullable<AmountsView['reason']>;
  /** Whole đồng. */
  readonly disbursed: string | null;
  readonly planned: string | null;
  readonly reckoning: ReckoningView;
  /** In order; the words of the last one end with the bar. */
  readonly marks: readonly RateMark[];
}

/** The one number of a page: the rate, what it divides, and how far it is from its marks. */
export function BigRate({ rate, reason, disbursed, planned, reckoning, marks }: BigRateProps) {
  const formats = useFormats();
  const { long } = useUnitNames();
  const amount = (value: string | null) => formats.amount(value);
  return (
    <>
      <p className="big-rate">
        <strong {...figureMark('rate', reckoning)}>
          {rate === null ? <Unknown reason={reason} /> : formats.percent(rate)}
        </strong>
        <span className="n">
          <data {...figureMark('disbursed', reckoning)}>{amount(disbursed)}</data> /{' '}
          <data {...figureMark('planned', reckoning)}>{amount(planned)}</data> <small>{long}</small>
        </span>
      </p>
      <div className="big-rate-bar">
        <RateBar
          rate={rate === null ? null : Number(rate)}
          targets={[...new Set(marks.map(({ percent }) => percent))]}
        />
        {marks.map(({ percent, words }, index) => {
          const isLast = index === marks.length - 1;
          return (
            <span
              key={words}
              className={isLast ? 'big-rate-words big-rate-end' : 'big-rate-words'}
              style={isLast ? {} : { left: `${percent}%` }}
            >
              {words}
            </span>
          );
        })}
      </div>
    </>
  );
}
