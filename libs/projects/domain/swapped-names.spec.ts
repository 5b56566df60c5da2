import fc from 'fast-check';
import { matchKey } from '@thongvon/kernel';
import { type KnownProject, ProjectMatcher } from './project-match';
import { BY_CODES, BY_NAMES, decidedByNames, swappedNames } from './swapped-names';

const NAMES = [
  'Cầu Bà Ký',
  'Đường Nguyễn Trung',
  'Chợ Được',
  'Kè biển Bình Minh',
  'Trường Lê Lai',
  'Hồ Cây Khế',
];
const known = NAMES.map((name, index): KnownProject => ({
  ...{ id: `id-${index}`, code: `700000${index}`, name, nameKey: matchKey(name) },
  ...{ heldBy: 'board', participants: [], unclaimed: false },
}));
const SENDER = { organizationId: 'board', scope: ['board'], hasPlanAbove: true, asParticipant: false };
const rowsOf = (names: readonly string[]) =>
  names.map((name, index) => ({
    code: `700000${index}`,
    name,
    cell: { sheet: 'GN', cell: `B${index + 5}` },
  }));
const matcher = (asked: readonly string[] = []): ProjectMatcher =>
  new ProjectMatcher(
    known,
    SENDER,
    new Map(asked.flatMap(decidedByNames).map(([code, decision]) => [matchKey(code), decision])),
  );

describe('names that stand under the codes of other projects', () => {
  it('are one question for each ring of them, and answered by the names each row means the project of its name', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(order, (places) => {
        const rows = rowsOf(places.map((place) => NAMES[place] ?? ''));
        const { findings, rows: covered } = swappedNames(matcher(), rows);
        const moved = places.flatMap((place, index) => (place === index ? [] : [index]));
        expect(findings).toHaveLength(rings(places));
        expect([...covered]).toEqual(moved.map((index) => rows[index]));
        for (const { severity, asks, choices } of findings) {
          expect([severity, asks]).toEqual(['question', 'choice']);
          expect(choices?.map(({ value }) => value)).toEqual([BY_CODES, BY_NAMES]);
        }
        const answered = matcher(findings.flatMap(({ value }) => value ?? []));
        places.forEach((place, index) => {
          const row = rows[index];
          if (row)
            expect(answered.match(row)).toMatchObject({ type: 'known', project: { id: `id-${place}` } });
        });
      }),
    );
  });

  it('are none where a project was merely renamed, or its name is written otherwise', () => {
    for (const name of ['Cầu Bà Ký và đường dẫn', 'CẦU BÀ KÝ', 'Nhà văn hóa thôn Hai'])
      expect(swappedNames(matcher(), rowsOf([name, ...NAMES.slice(1)])).findings).toEqual([]);
  });

  it('are asked about where the other project isn’t in the return', () => {
    const [row] = rowsOf(['Chợ Được']);
    if (!row) throw new Error('no row');
    expect(swappedNames(matcher(), [row]).findings).toMatchObject([
      { code: 'RET-PROJECT-NAME', cell: 'B5', value: '7000000 → 7000002' },
    ]);
  });

  it('tell nothing of a project that the sender may not report', () => {
    const foreign = known.map((project, index) => (index === 2 ? { ...project, heldBy: 'other' } : project));
    const rows = rowsOf(['Chợ Được']);
    expect(swappedNames(new ProjectMatcher(foreign, SENDER), rows).findings).toEqual([]);
  });
});

/** How many rings of two and more a permutation has. */
function rings(places: readonly number[]): number {
  const seen = new Set<number>();
  let found = 0;
  places.forEach((place, start) => {
    if (place === start || seen.has(start)) return;
    found += 1;
    for (let next = start; !seen.has(next); next = places[next] ?? start) seen.add(next);
  });
  return found;
}
