import './rate.css';

interface RateBarProps {
  /** Percent; null draws an empty track. */
  readonly rate: number | null;
  /** Percent at which a tick stands; several where there are several milestones, the first of which the gap is drawn to. */
  readonly targets?: readonly number[];
}

const within = (percent: number): number => Math.min(100, Math.max(0, percent));

/** Bar = done, tick = target, thin line = what is missing to it. Only repeats a number that stands next to it. */
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
