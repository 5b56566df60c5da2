import { useCallback, useMemo, useState } from 'react';
import type { AlertView } from '@thongvon/api-contract';

/** Alerts that were ticked, in whatever group. */
export interface Selection {
  readonly chosen: readonly AlertView[];
  readonly has: (id: string) => boolean;
  readonly set: (alerts: readonly AlertView[], isChosen: boolean) => void;
  readonly clear: () => void;
}

type ById = ReadonlyMap<string, AlertView>;
const NOTHING: ById = new Map();

/** `shown` names what is asked for: nothing stays ticked that another filter has hidden. */
export function useSelection(shown: string): Selection {
  const [ticked, setTicked] = useState({ shown, byId: NOTHING });
  const byId = ticked.shown === shown ? ticked.byId : NOTHING;
  const set = useCallback(
    (alerts: readonly AlertView[], isChosen: boolean) => {
      setTicked((before) => {
        const next = new Map(before.shown === shown ? before.byId : NOTHING);
        for (const alert of alerts) {
          if (isChosen) next.set(alert.id, alert);
          else next.delete(alert.id);
        }
        return { shown, byId: next };
      });
    },
    [shown],
  );
  const clear = useCallback(() => setTicked({ shown, byId: NOTHING }), [shown]);
  return useMemo(
    () => ({ chosen: [...byId.values()], has: (id) => byId.has(id), set, clear }),
    [byId, set, clear],
  );
}
