import type { ListedReturnView } from '@thongvon/api-contract';
import { newerReturns } from './queries';

type Listed = Pick<ListedReturnView, 'id' | 'kinds' | 'asOf' | 'status'>;
const listed = (id: string, status: Listed['status'], given: Partial<Listed> = {}): Listed => ({
  id,
  status,
  kinds: ['disbursement'],
  asOf: '2023-06-21',
  ...given,
});
const replaced = (...items: Listed[]): string[] =>
  [...newerReturns(items)].map(([id, newer]) => `${id} by ${newer.id}`);

describe('a return that is not finished', () => {
  it('has a newer one once the same kinds and date have come again', () => {
    expect(
      replaced(
        listed('third', 'submitted'),
        listed('second', 'needs-attention'),
        listed('first', 'sent-back'),
        listed('week before', 'sent-back', { asOf: '2023-06-14' }),
        listed('of land', 'ready', { kinds: ['land-clearance'] }),
      ),
    ).toEqual(['second by third', 'first by third']);
  });

  it('still waits where the newer one was withdrawn, or nothing tells that it is the same', () => {
    expect(replaced(listed('second', 'withdrawn'), listed('first', 'ready'))).toEqual([]);
    const plan = { kinds: ['plan' as const], asOf: null };
    expect(replaced(listed('second', 'ready', plan), listed('first', 'ready', plan))).toEqual([]);
  });

  it('that came back no longer waits once a later day was approved, a draft still does', () => {
    const back = [listed('second', 'reverted'), listed('first', 'sent-back')];
    expect(replaced(...back)).toEqual(['first by second']);
    const later = { asOf: '2023-06-28' };
    expect(replaced(listed('week after', 'approved', later), listed('first', 'reverted'))).toEqual([
      'first by week after',
    ]);
    expect(replaced(listed('week after', 'ready', later), listed('first', 'sent-back'))).toEqual([]);
    expect(replaced(listed('week after', 'approved', later), listed('first', 'ready'))).toEqual([]);
  });

  it('is the only one that changes: what was approved or withdrawn says so', () => {
    expect(replaced(listed('second', 'ready'), listed('first', 'approved'))).toEqual([]);
  });
});
