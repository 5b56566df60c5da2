import { useToday } from '../../api/session';
import { useOverviewState } from './view-state';

/** The day whose blockers stand beside the figures: the day that is asked for, else today; undefined until it is known. */
export function useBlockersDay(): string | undefined {
  const today = useToday();
  return useOverviewState().value('asOf') ?? today;
}
