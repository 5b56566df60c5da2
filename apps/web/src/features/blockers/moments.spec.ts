import type { BlockerEventView } from '@thongvon/api-contract';
import { momentsOf } from './moments';

const event = (on: string, type: string, text: string): BlockerEventView => ({
  on,
  at: `${on}T09:00:00Z`,
  type,
  text,
  evidence: null,
  proof: null,
  changes: {},
  actorId: null,
  office: null,
  source: null,
});

describe("a blocker's history", () => {
  it('tells what returns repeat once, by the newest of them, newest first', () => {
    const history = [
      event('2023-05-24', 'named', 'chưa đồng thuận'),
      event('2023-05-31', 'named', 'chưa đồng thuận'),
      event('2023-06-02', 'work', 'đối thoại'),
      event('2023-06-07', 'named', 'chưa đồng thuận'),
      event('2023-06-14', 'named', 'còn 4 hộ'),
    ];
    expect(momentsOf(history).map(({ event: { on }, times, since }) => [on, times, since])).toEqual([
      ['2023-06-14', 1, '2023-06-14'],
      ['2023-06-07', 1, '2023-06-07'],
      ['2023-06-02', 1, '2023-06-02'],
      ['2023-05-31', 2, '2023-05-24'],
    ]);
  });
});
