import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ALL_LAYOUTS } from './all-layouts';
import { hold, type Judgement } from './support/hold';
import type { Layout } from './support/layout';

/** Asked about once per office (a month where a date should stand); the rest is read right and without a question. */
const REFUSED: readonly string[] = ['05-source-sections'];

const names = ALL_LAYOUTS.map(({ name }) => name);
const readRight = names.filter((name) => !REFUSED.includes(name));
const savedByLibreOffice = ALL_LAYOUTS.flatMap(({ name, alsoSavedAs }) =>
  alsoSavedAs ? [`${name}.${alsoSavedAs}`] : [],
);

describe('twenty layouts by someone who has not read the reader', () => {
  const judgements = new Map<string, Judgement>();
  const judgementOn = (name: string): Judgement => {
    const judgement = judgements.get(name);
    if (!judgement) throw new Error(`no layout ${name}`);
    return judgement;
  };

  beforeAll(async () => {
    for (const layout of ALL_LAYOUTS) {
      const { name, expected, alsoSavedAs } = layout;
      judgements.set(name, hold(await layout.build(), expected));
      if (!alsoSavedAs) continue;
      const file = `${name}.${alsoSavedAs}`;
      judgements.set(file, hold(await readFile(path.join(__dirname, '../fixtures/layouts', file)), expected));
    }
  });

  afterAll(() => {
    const all = names.map(judgementOn);
    const count = (wanted: Judgement['verdict']): number =>
      all.filter(({ verdict }) => verdict === wanted).length;
    const behind = all.filter(
      ({ verdict, onceAnswered }) => verdict === 'refused' && onceAnswered === 'wrong',
    ).length;
    process.stdout.write(
      `Layouts: ${count('right')} read right, ${count('refused')} refused, ${count('wrong')} read wrong; ` +
        `of the refused, ${behind} read wrong once their questions are answered\n`,
    );
  });

  it.each(readRight)('%s is read right, to the đồng, without a question', (name) => {
    expect(judgementOn(name)).toEqual({
      verdict: 'right',
      onceAnswered: 'right',
      reasons: [],
      differences: [],
    });
  });

  it.each(REFUSED)('%s is refused with a reason and read right once its questions are answered', (name) => {
    const { verdict, onceAnswered, differences, reasons } = judgementOn(name);
    expect({ verdict, onceAnswered, differences }).toEqual({
      verdict: 'refused',
      onceAnswered: 'right',
      differences: [],
    });
    expect(reasons).not.toEqual([]);
  });

  it.each(savedByLibreOffice)('%s, as LibreOffice saved it, is read as the .xlsx is', (file) => {
    // LibreOffice doesn't keep the first sheet of an .xls hidden, so that of last month's there a person is asked.
    const { onceAnswered, differences } = judgementOn(path.parse(file).name);
    expect(judgementOn(file)).toMatchObject({ onceAnswered, differences });
  });
});

describe('the judge of the layouts', () => {
  const layout = ALL_LAYOUTS.find(({ name }) => name === '02-commune-in-text');

  it.each<
    [string, (projects: NonNullable<Layout['expected']['projects']>) => Layout['expected']['projects']]
  >([
    [
      'an amount is one đồng off',
      ([first, ...rest]) =>
        first && [{ ...first, disbursed: (BigInt(first.disbursed ?? 0) + 1n).toString() }, ...rest],
    ],
    ['a project is missing', (projects) => [...projects, { code: null, name: 'Công trình không có' }]],
    ['a project is too many', (projects) => projects.slice(1)],
  ])('calls a reading wrong when %s', async (_what, alter) => {
    if (!layout?.expected.projects) throw new Error('the layout has no projects');
    const expected = { ...layout.expected, projects: alter(layout.expected.projects) ?? [] };
    expect(hold(await layout.build(), expected)).toMatchObject({
      verdict: 'wrong',
      differences: [expect.anything()],
    });
  });
});
