import { useCallback, useMemo, useState } from 'react';
import type { AlertView } from '@thongvon/contracts';

/** Alerts that were ticked, in whatever group. */
export interface Selection {
  readonly chosen: readonly AlertView[];
  readonly has: (id: string) => boolean;
  readonly set: (alerts: readonly AlertView[], isChosen: boolean) => void;
  readonly clear: () => void;
}

export function useSelection(): Selection {
  const [byId, setById] = useState<ReadonlyMap<string, AlertView>>(new Map());
  const set = useCallback((alerts: readonly AlertView[], isChosen: boolean) => {
    setById((before) => {
      const next = new Map(before);
      for (const alert of alerts) {
        if (isChosen) next.set(alert.id, alert);
        else next.delete(alert.id);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setById(new Map()), []);
  return useMemo(
    () => ({ chosen: [...byId.values()], has: (id) => byId.has(id), set, clear }),
    [byId, set, clear],
  );
}
