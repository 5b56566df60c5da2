import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedReturnView, ListOf, ReturnStatusView } from '@thongvon/api-contract';
import { get, send } from '../../api/client';
import { Problem } from '../../api/problem';
import { oneByOne } from '../../shared/one-by-one';

interface BulkStep {
  readonly name: 'approval' | 'sending-back';
  readonly returns: readonly ListedReturnView[];
  readonly reason?: string;
}

interface BulkResult {
  readonly name: BulkStep['name'];
  readonly done: number;
  readonly refused: readonly { readonly office: string; readonly problem: Problem }[];
}

/**
 * One after the other; a refusal doesn't hold up the rest. Each is approved only if it is still what the list showed, or
 * if all that has changed is what those approved with it are compared with.
 */
export function useBulkStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, returns, reason = '' }: BulkStep): Promise<BulkResult> => {
      const { done, refused } =
        name === 'approval'
          ? await oneByOne(inOrder(returns), approver())
          : await oneByOne(returns, ({ id }) => send('POST', `/api/returns/${id}/sending-back`, { reason }));
      return {
        name,
        done,
        refused: refused.map(({ item, problem }) => ({ office: item.organization.name, problem })),
      };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['returns'] }),
  });
}

/** Plans before figures, older days before newer: so each finds before it what it builds on. */
function inOrder(returns: readonly ListedReturnView[]): ListedReturnView[] {
  const place = ({ kinds, asOf }: ListedReturnView) => `${kinds.includes('plan') ? 0 : 1}${asOf ?? ''}`;
  return returns.toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** Approves one return after the other; each call knows whether one was approved before. */
function approver() {
  let isFirst = true;
  const approve = ({ id, etag }: ListedReturnView) =>
    send<ReturnStatusView>('POST', `/api/returns/${id}/approval`, undefined, { 'if-match': etag });
  return async (listed: ListedReturnView): Promise<void> => {
    try {
      await approve(listed);
    } catch (error) {
      if (isFirst || !(error instanceof Problem && error.status === 412)) throw error;
      const now = await listedNow(listed.id);
      if (now === undefined || !isAsSeen(now, listed)) throw error;
      await approve(now);
    }
    isFirst = false;
  };
}

async function listedNow(id: string): Promise<ListedReturnView | undefined> {
  const { items } = await get<ListOf<ListedReturnView>>('/api/returns', { status: 'submitted', limit: 200 });
  return items.find((one) => one.id === id);
}

/** Whether it says what it said, and a person has no more to look at in it than before. */
function isAsSeen(now: ListedReturnView, before: ListedReturnView): boolean {
  const [found, known] = [now.summary, before.summary];
  if (found === null || known === null) return false;
  const says = ({ planned, disbursed, sections }: typeof found) =>
    JSON.stringify([
      planned,
      disbursed,
      // What it ends is a person's to see first, also when that was approved a moment ago.
      sections.map(({ kind, after, replaces }) => [kind, after, replaces?.returnId]),
    ]);
  return (
    says(found) === says(known) &&
    (['error', 'question', 'warning'] as const).every((one) => found.findings[one] <= known.findings[one])
  );
}
