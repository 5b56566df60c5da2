import type { MovedProjectView } from '@thongvon/contracts';
import { longList } from '../../api/long-list';

export const movedQuery = (from: string, to: string) =>
  longList<MovedProjectView>(['snapshots', 'comparison'], '/api/snapshots/comparison', { from, to });
