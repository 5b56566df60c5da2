import type { BlockerDetailView } from '@thongvon/api-contract';
import { useUser } from '../../api/session';

/** What can be done about a blocker. */
export type Power = 'record' | 'change' | 'close' | 'reopen' | 'merge' | 'separate';

/** Whether the reader may do it now: who may not is shown no button. */
export function usePowers({ state, merged }: BlockerDetailView): (power: Power) => boolean {
  const { role } = useUser();
  return (power) => {
    if (role !== 'reporter') return false;
    if (power === 'separate') return merged.length > 0;
    return (state === 'closed') === (power === 'reopen');
  };
}
