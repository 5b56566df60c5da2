import fc from 'fast-check';
import { matchKey } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { RecheckReturn, ViewReturn } from '@thongvon/returns';
import { disbursementReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('what a return is held against: a project without a code that is called otherwise now', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const NAMES = [
    'Cầu Bà Ký và đường hai đầu cầu',
    'Nhà văn hóa thôn Trung Chánh',
    'Kênh mương nội đồng xã Phú Sơn',
    'Trường tiểu học Lê Lợi hai tầng',
  ];
  /** Projects without codes, each with its figure. */
  const named = (asOf: string, figures: Readonly<Record<string, number>>): Reading => {
    const entries = Object.entries(figures);
    const lines = entries.map(([, disbursed], n) => [String(n), [{ disbursed }]] as const);
    const reading = disbursementReading(asOf, Object.fromEntries(lines));
    const projects = reading.projects.map((project, n) => ({
      ...project,
      code: null,
      name: entries[n]?.[0] ?? '',
    }));
    return { ...reading, projects };
  };
  const checked = async (reading: Reading) => {
    const id = await readyReturn(system, system.board, reading);
    await system.app.get(RecheckReturn).recheck(id);
    return system.app.get(ViewReturn).view(system.board, id);
  };
  const about = (findings: readonly { code: string; severity: string; value: string | null }[]) =>
    findings
      .filter(({ code }) => code === 'RET-PROJECT-UNKNOWN' || code === 'RET-PROJECT-MISSING')
      .map(({ code, severity, value }) => `${severity} ${code} ${value ?? ''}`);
  const BEFORE = Object.fromEntries(NAMES.map((name, n) => [name, 1_000_000 * (n + 1)]));

  it('is one question, and answered as one project it keeps its figures', async () => {
    const first = await readyReturn(system, system.board, named('2023-06-07', BEFORE));
    await approveReady(system, system.board, first);
    const [old = ''] = NAMES;
    const now = 'Cầu Bà Ký và đường dẫn 2 đầu cầu';
    const { [old]: figure = 0, ...others } = BEFORE;
    const seen = await checked(named('2023-06-14', { [now]: figure + 500_000, ...others }));
    expect(about(seen.findings)).toEqual([`question RET-PROJECT-UNKNOWN ${now}`]);
    const [question] = seen.findings;
    expect(question?.choices).toMatchObject([{ label: `Là một: ${old}` }, { value: 'new' }]);

    const answer = async (value: string): Promise<string[]> => {
      const { sheet = null, cell = null } = question ?? {};
      const given = { code: 'RET-PROJECT-UNKNOWN', asks: 'project', sheet, cell, asked: now, value };
      await system.data.query(`UPDATE returns.return SET answers = $2 WHERE id = $1`, [
        seen.id,
        JSON.stringify([{ ...given, reason: null }]),
      ]);
      await system.app.get(RecheckReturn).recheck(seen.id);
      const { findings } = await system.app.get(ViewReturn).view(system.board, seen.id);
      return about(findings).filter((text) => !text.startsWith('info'));
    };
    expect(await answer('new')).toEqual([`question RET-PROJECT-MISSING ${old}`]);
    expect(await answer(question?.choices?.[0]?.value ?? '')).not.toContain(
      `question RET-PROJECT-MISSING ${old}`,
    );
    await approveReady(system, system.board, seen.id);
    const [books] = await system.data.query<{ projects: string; disbursed: string }[]>(
      `SELECT count(DISTINCT project_id) AS projects, sum(disbursed) AS disbursed FROM capital.disbursement_position
       WHERE valid_from <= '2023-06-14' AND valid_to > '2023-06-14'`,
    );
    expect(books).toEqual({ projects: String(NAMES.length), disbursed: '10500000' });
  });

  it('never stands beside itself without the question, whatever its new name', async () => {
    const first = await readyReturn(system, system.board, named('2023-06-07', BEFORE));
    await approveReady(system, system.board, first);
    const renamed = fc.constantFrom(...NAMES).chain((name) => {
      const words = name.split(' ');
      return fc.tuple(
        fc.constant(name),
        fc.oneof(
          fc.nat(words.length - 1).map((at) => words.filter((_, i) => i !== at).join(' ')),
          fc.constantFrom('mới', 'xã Bình Dương').map((more) => `${name} ${more}`),
          fc
            .constantFrom('NVH', 'TH')
            .map((short) => name.replace(short === 'NVH' ? 'Nhà văn hóa' : 'tiểu học', short)),
        ),
      );
    });
    await fc.assert(
      fc.asyncProperty(renamed, fc.nat(400_000), async ([old, now], more) => {
        fc.pre(matchKey(now) !== matchKey(old));
        const { [old]: figure = 0, ...others } = BEFORE;
        const seen = await checked(named('2023-06-14', { ...others, [now]: figure + more }));
        expect(about(seen.findings)).toEqual([`question RET-PROJECT-UNKNOWN ${now}`]);
        expect(seen.findings[0]?.choices?.[0]?.label).toBe(`Là một: ${old}`);
      }),
      { numRuns: 25 },
    );
  });
});
