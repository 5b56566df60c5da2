import type { BlockerEventView } from '@thongvon/api-contract';

/** What happened, and since when returns had said the same week after week. */
export interface Moment {
  readonly event: BlockerEventView;
  /** How many returns named it in these words, one after the other. */
  readonly times: number;
  readonly since: string;
}

/** The history, newest first; what returns repeat word by word is one moment, reported by the newest of them. */
export function momentsOf(history: readonly BlockerEventView[]): Moment[] {
  const moments: Moment[] = [];
  for (const event of history) {
    const last = moments.at(-1);
    if (event.type === 'named' && last?.event.type === 'named' && last.event.text === event.text)
      moments[moments.length - 1] = { event, times: last.times + 1, since: last.since };
    else moments.push({ event, times: 1, since: event.on });
  }
  return moments.reverse();
}
