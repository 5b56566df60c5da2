import { useFormats, useText } from '../../language';
import { RIGHT } from './axis';
import type { LaneProps } from './lane';
import { messages } from './messages';
import { wordsOf } from './moments';
import { useMoney } from './use-money';

/** Room that a decision's words need. */
const WORDS = 200;

/** A square where the plan was decided, with its words where there is room for them. */
export function DecisionsLane({ story: { decisions }, axis: { x }, top }: LaneProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  let taken = 0;
  return decisions.map((decision, index) => {
    const at = x(decision.on);
    const next = decisions[index + 1];
    const until = next === undefined ? RIGHT : x(next.on);
    const before = at - taken > WORDS + 190 && until - at < WORDS;
    const fits = before || until - at >= WORDS;
    if (fits) taken = before ? at : at + WORDS;
    return (
      <g key={`${decision.on} ${decision.number}`}>
        <path d={`M${at} ${top + 20}V${top + 60}`} className="tl-stem" />
        <rect x={at - 5} y={top + 10} width="10" height="10" className="tl-square" />
        {fits && (
          <g textAnchor={before ? 'end' : 'start'}>
            <text x={at + (before ? -9 : 9)} y={top + 20} className="tl-strong tl-halo">
              {t.decision(decision.number)}, {formats.shortDate(decision.on)}
            </text>
            <text x={at + (before ? -9 : 9)} y={top + 36} className="tl-halo">
              {wordsOf(decision, { t, money })}
            </text>
          </g>
        )}
      </g>
    );
  });
}
