import { useText } from '../../language';
import type { LaneProps } from './lane';
import { messages } from './messages';

/** A dot for each day that was reported. */
export function ReturnsLane({ story: { reported }, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const last = reported.at(-1);
  return (
    <>
      {reported.map(({ asOf }) => (
        <circle key={asOf} cx={x(asOf)} cy={top + 14} r="4.5" className="tl-dot" />
      ))}
      {last !== undefined && (
        <text x={x(last.asOf) + 14} y={top + 18} className="tl-halo">
          {t.count(reported.length)}
        </text>
      )}
    </>
  );
}
