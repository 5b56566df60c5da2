import type { Axis } from './axis';
import type { Story } from './story';

/** What a lane of the line of time draws, from `top` down. */
export interface LaneProps {
  readonly story: Story;
  readonly axis: Axis;
  readonly top: number;
}

/** Height of a row of steps or blockers. */
export const ROW = 19;
