import { ListProjectFigures, ListStandings } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import { disbursementReading, type Line } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('a project without a plan of which only works or an advance are reported', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  it.each<[string, Line]>([
    ['completed', { disbursed: null, completed: 90 }],
    ['advance', { disbursed: null, advance: 40 }],
  ])('stands in the table as it does among the figures, stored or derived: %s', async (_, line) => {
    const reading = disbursementReading('2023-06-14', { '7000001': [line] });
    await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    const { app, board, clock } = system;
    const query = {
      planYear: 2023,
      asOf: plainDate('2023-06-21'),
      basis: 'reported',
      denominator: 'current-year-plan',
      limit: 10,
    } as const;
    const figures = await app.get(ListProjectFigures).list(board, query);
    const stored = await app.get(ListStandings).list(board, query);
    const derived = await app.get(ListStandings).list(board, { ...query, knownAt: clock.now() });
    const codes = [figures, stored, derived].map(({ items }) => items.map(({ code }) => code));
    expect(codes).toEqual([['7000001'], ['7000001'], ['7000001']]);
    expect(stored.total).toBe(1);
  });
});
