import { previewRow, type PreviewRow, type PreviewSection, shownPreview } from './preview';

const row = (
  before: bigint | null,
  after: bigint | null,
  more: { planned?: bigint; missing?: boolean } = {},
): PreviewRow =>
  previewRow({ projectId: null, code: null, name: 'Dự án', before, after, cell: null, ...more });

function shown(section: Pick<PreviewSection, 'rows' | 'replaces'>) {
  const whole = { kind: 'disbursement' as const, before: null, after: null, change: null, ...section };
  const [found] = shownPreview({ sections: [whole] }).sections;
  if (!found) throw new Error('no section');
  return found;
}

describe('a preview as people see it', () => {
  it('sums what stays of projects that the return does not name, apart from what it says as it was', () => {
    const rows = [
      row(70n, null, { missing: true }),
      row(5n, null, { missing: true }),
      row(30n, 30n),
      row(30n, 40n),
    ];
    expect(shown({ rows })).toMatchObject({
      missing: { projects: 2, before: '75', after: null },
      unchanged: { projects: 1, before: '30', after: '30' },
    });
  });

  it('counts a row as moved that the return it replaces tells otherwise', () => {
    expect(shown({ rows: [{ ...row(30n, 30n), replaced: '31' }] }).unchanged.projects).toBe(0);
  });

  it('gives what the return says of each plan, none of an unknown plan or of one of zero', () => {
    const rows = [row(null, 1n, { planned: 3n }), row(null, 1n), row(null, 0n, { planned: 0n })];
    expect(shown({ rows }).rows.map(({ rate }) => rate)).toEqual(['33.33', null, null]);
  });

  it('sums what only the approved return that it replaces tells; unknown is not zero', () => {
    const replaces = (amounts: readonly (string | null)[]) => ({
      ...{ returnId: 'r', approvedAt: '2023-06-21T08:00:00Z', changed: amounts.length, difference: null },
      leftOut: amounts.map((amount) => ({ projectId: 'p', code: null, name: 'Dự án', amount })),
    });
    expect(shown({ rows: [], replaces: replaces(['5', null, '7']) }).replaces?.leftOutAmount).toBe('12');
    expect(shown({ rows: [], replaces: replaces([null]) }).replaces?.leftOutAmount).toBeNull();
    expect(shown({ rows: [] })).not.toHaveProperty('replaces');
  });
});
