import * as fc from 'fast-check';
import { previewRow, type Preview } from './preview';
import { RETURN_STATUSES } from './return-status';
import { compareVersions, standingAmong, type Version } from './versions';

type Said = Readonly<Record<string, bigint | null>>;

const previewOf = (said: Said): Preview => ({
  sections: [
    {
      kind: 'disbursement',
      before: null,
      after: null,
      change: null,
      rows: Object.entries(said).map(([code, after]) =>
        previewRow({ projectId: null, code, name: `Dự án ${code}`, before: null, after, cell: null }),
      ),
    },
  ],
});

const SAID = fc.dictionary(
  fc.constantFrom('7000001', '7000002', '7000003', '7000004'),
  fc.option(fc.bigInt({ min: -5n, max: 9_000_000_000n }), { nil: null }),
  { minKeys: 1 },
);

describe('two versions side by side', () => {
  it('name every project of either once, as different or as the same, and their differences sum up', () => {
    fc.assert(
      fc.property(SAID, SAID, (earlier, later) => {
        const [section] = compareVersions(previewOf(earlier), previewOf(later));
        const codes = new Set([...Object.keys(earlier), ...Object.keys(later)]);
        const changed = [...codes].filter((code) => (earlier[code] ?? null) !== (later[code] ?? null));
        expect(section?.rows.map(({ code }) => code).toSorted()).toEqual(changed.toSorted());
        expect(section?.same).toBe(codes.size - changed.length);
        const sum = (section?.rows ?? []).reduce((all, { difference }) => all + BigInt(difference ?? 0), 0n);
        expect(BigInt(section?.difference ?? 0)).toBe(sum);
      }),
    );
  });

  it('keep projects of one name apart that have no code', () => {
    const twice = (second: bigint): Preview => ({
      sections: previewOf({ a: 1n, b: second }).sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({ ...row, code: null, name: 'Đường liên thôn' })),
      })),
    });
    expect(compareVersions(twice(2n), twice(3n))[0]?.rows).toMatchObject([
      { before: '2', now: '3', difference: '1' },
    ]);
  });
});

const version = (
  id: string,
  status: Version['status'],
  kinds: Version['kinds'] = ['disbursement'],
): Version => {
  const cameBack = status === 'sent-back' || status === 'reverted';
  const file = { fileName: `${id}.xlsx`, receivedAt: '2023-06-21T08:00:00+07:00' };
  const at = cameBack ? '2023-06-22T08:00:00+07:00' : null;
  return { id, status, kinds, ...file, at, reason: null, by: null };
};

describe('how a return stands among its versions', () => {
  it('leads with how it came back, and names what came after it, unless that has ended too', () => {
    const first = version('first', 'sent-back');
    expect(standingAmong([first, version('second', 'approved')], 'first')).toMatchObject({
      cameBack: { returnId: 'first', how: 'sent-back' },
      newer: { id: 'second', status: 'approved' },
    });
    expect(standingAmong([first, version('second', 'withdrawn')], 'first').newer).toBeNull();
  });

  it('names the last version before it that came back, and none after', () => {
    const all = [version('a', 'reverted'), version('b', 'sent-back'), version('c', 'ready')];
    expect(standingAmong(all, 'c')).toMatchObject({ cameBack: null, corrects: { returnId: 'b' } });
    expect(standingAmong(all, 'a')).toMatchObject({ corrects: null, newer: { id: 'c' } });
    expect(standingAmong(all.slice(0, 2), 'a').newer).toMatchObject({ id: 'b', status: 'sent-back' });
  });

  it('names of a draft, and of nothing that was handed in, the last file that takes its place', () => {
    const STATUS = fc.constantFrom(...RETURN_STATUSES);
    const KINDS = fc.constantFrom<Version['kinds']>(
      [],
      ['disbursement'],
      ['plan'],
      ['disbursement', 'plan'],
      ['plan', 'disbursement'],
    );
    const one = fc.record({ status: STATUS, kinds: KINDS });
    fc.assert(
      fc.property(one, fc.array(one, { maxLength: 5 }), (draft, others) => {
        const all = [draft, ...others].map(({ status, kinds }, i) => version(`${i}`, status, kinds));
        const { newer } = standingAmong(all, '0');
        if (draft.status === 'sent-back' || draft.status === 'reverted') return;
        const named = (kinds: Version['kinds']) => kinds.toSorted().join();
        const inItsPlace = all
          .slice(1)
          .filter(({ status }) => status !== 'withdrawn' && status !== 'failed')
          .filter(({ kinds }) => named(kinds) === named(draft.kinds));
        const isDraft = draft.status === 'ready' || draft.status === 'needs-attention';
        const expected = isDraft && draft.kinds.length > 0 ? inItsPlace.at(-1)?.id : undefined;
        expect(newer?.id).toBe(expected);
      }),
    );
  });
});
