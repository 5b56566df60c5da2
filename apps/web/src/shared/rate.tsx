import type { AmountsView } from '@thongvon/contracts';
import { useFormats } from '../language';
import { Unknown } from './amount';
import './rate.css';

interface RateBarProps {
  /** Percent; null draws an empty track. */
  readonly rate: number | null;
  /** Percent at which a tick stands; several where there are several milestones, the first of which the gap is drawn to. */
  readonly targets?: readonly number[];
}

const within = (percent: number): number => Math.min(100, Math.max(0, percent));

/** Bar = done, tick = target, thin line = what is missing to it. Only repeats a number that stands beside it. */
export function RateBar({ rate, targets = [] }: RateBarProps) {
  const done = within(rate ?? 0);
  const [target] = targets;
  return (
    <span className="rate" aria-hidden="true">
      {rate !== null && <i style={{ width: `${done}%` }} />}
      {rate !== null && target !== undefined && target > done && (
        <u style={{ left: `${done}%`, width: `${within(target) - done}%` }} />
      )}
      {targets.map((percent) => (
        <b key={percent} style={{ left: `${within(percent)}%` }} />
      ))}
    </span>
  );
}

interface RateProps extends Pick<RateBarProps, 'targets'> {
  readonly rate: string | null;
  readonly reason: AmountsView['reason'];
}

/** A rate as number and bar; in words where there is none. */
export function Rate({ rate, reason, targets = [] }: RateProps) {
  const formats = useFormats();
  if (rate === null) return <Unknown reason={reason ?? 'not-applicable'} />;
  return (
    <span className="rate-line">
      <span className="n">{formats.rate(rate)}</span>
      <RateBar rate={Number(rate)} targets={targets} />
    </span>
  );
}
