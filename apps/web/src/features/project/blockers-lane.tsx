import type { BlockerView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { fitted, LEFT, RIGHT } from './axis';
import { ROW, type LaneProps } from './lane';
import { messages } from './messages';
import { useMoney } from './use-money';

/** So many are drawn; the others are in the list. */
export const SHOWN_BLOCKERS = 5;

/** From the day that a blocker was opened to its due date; filled where it has waited past it. */
export function BlockersLane({ story, axis, top }: LaneProps) {
  const t = useText(messages);
  const { blockers, today } = story;
  if (blockers.length === 0)
    return (
      <text x={LEFT} y={top + 20} className="tl-quiet">
        {t.noBlockers}
      </text>
    );
  const more = blockers.length - SHOWN_BLOCKERS;
  return (
    <>
      {blockers.slice(0, SHOWN_BLOCKERS).map((blocker, index) => (
        <Row key={blocker.id} blocker={blocker} today={today} axis={axis} top={top + 7 + ROW * index} />
      ))}
      {more > 0 && (
        <text x={LEFT} y={top + 20 + ROW * SHOWN_BLOCKERS}>
          {t.moreBlockers(more)}
        </text>
      )}
    </>
  );
}

interface RowProps extends Pick<LaneProps, 'axis' | 'top'> {
  readonly blocker: BlockerView;
  readonly today: string;
}

function Row({ blocker, today, axis: { x }, top }: RowProps) {
  const { openedOn, due, closedOn, state, description } = blocker;
  const from = x(openedOn);
  const overdue = state === 'overdue' && due !== null;
  const until = x(closedOn ?? due ?? today);
  const end = overdue ? x(today) : until;
  const words = useWords(blocker);
  const left = from - LEFT > 160;
  const right = end < RIGHT - 300;
  return (
    <g>
      <rect x={from} y={top + 2} width={Math.max(3, until - from)} height="12" className="tl-waits" />
      {overdue && (
        <rect x={until} y={top + 2} width={Math.max(3, end - until)} height="12" className="tl-over" />
      )}
      {left && (
        <text x={from - 8} y={top + 12} textAnchor="end">
          {fitted(description, from - LEFT - 8)}
        </text>
      )}
      <text
        x={right ? end + 10 : RIGHT}
        y={top + 12}
        textAnchor={right ? 'start' : 'end'}
        className={`tl-halo ${overdue ? 'tl-strong tl-alarm' : ''}`}
      >
        {left ? words : fitted(`${words}: ${description}`, (right ? RIGHT - end : 300) - 10)}
      </text>
    </g>
  );
}

/** Its due date and what it holds. */
function useWords({ state, due, daysOverdue, closedOn, capitalHeld }: BlockerView): string {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const parts = [
    closedOn === null ? null : t.closed(formats.shortDate(closedOn)),
    state === 'overdue' ? t.late(daysOverdue ?? 0) : null,
    state === 'open' && due !== null ? t.dueOn(formats.shortDate(due)) : null,
    state === 'closed' || capitalHeld === null ? null : t.holds(money(capitalHeld)),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
