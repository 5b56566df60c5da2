import type { BlockerDetailView, BlockerView } from '@thongvon/api-contract';
import type { Method, Texts } from '../../../shared/form/form';
import { useKeptForm } from '../../../shared/form/use-kept-form';

/** What is fetched anew once something was done about a blocker. */
export const STALE = [['blockers'], ['land-clearance']];

/** What one of its forms is called where what is typed there is kept. */
export const actName = (blockerId: string, name: string): string => `blocker:${blockerId}:${name}`;

interface ActDescription<T extends object & Texts<T>, Request extends object> {
  readonly blocker: BlockerView;
  /** Tells what is typed here from what is typed in another form of the blocker. */
  readonly name: string;
  readonly fields: T;
  /** Behind the blocker's own address. */
  readonly send: readonly [method: Method, path: string];
  /** What is sent; undefined while there is nothing to send. */
  readonly request: (values: T) => Request | undefined;
  /** The field whose words must not name anybody. */
  readonly words: keyof T & string;
  readonly onDone: (blocker: BlockerDetailView) => void;
}

/** A form of what is done about a blocker. */
export function useAct<T extends object & Texts<T>, Request extends object>(of: ActDescription<T, Request>) {
  const { blocker, name, send, ...form } = of;
  const [method, path] = send;
  return useKeptForm<T, Request, BlockerDetailView>({
    ...form,
    name: actName(blocker.id, name),
    send: [method, `/api/blockers/${blocker.id}${path}`],
    stale: STALE,
  });
}
