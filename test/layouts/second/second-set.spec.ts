import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hold, type Judgement } from '../support/hold';
import type { ExpectedReading } from '../support/layout';

const files = readdirSync(__dirname).filter((file) => /\.(xlsx|xls|ods)$/.test(file));

// Made by ./generator; what a person reads from each was written down before the reader saw it. At the first reading 12
// were right, 6 refused or asked about, 2 read wrong.
describe('a second set of twenty layouts by someone who has not read the reader', () => {
  const judgements = new Map<string, Judgement>();
  const judgementOn = (file: string): Judgement => {
    const known = judgements.get(file);
    if (known) return known;
    const judgement = hold(readFileSync(path.join(__dirname, file)), expectedOf(file));
    judgements.set(file, judgement);
    return judgement;
  };

  afterAll(() => {
    const verdicts = files.map((file) => judgementOn(file).verdict);
    const count = (wanted: Judgement['verdict']): number =>
      verdicts.filter((verdict) => verdict === wanted).length;
    process.stdout.write(
      `Second set: ${count('right')} read right, ${count('refused')} refused, ${count('wrong')} read wrong\n`,
    );
  });

  it('is twenty', () => {
    expect(files).toHaveLength(20);
  });

  it.each(files)('%s is read right', (file) => {
    expect(judgementOn(file)).toEqual({
      verdict: 'right',
      onceAnswered: 'right',
      reasons: [],
      differences: [],
    });
  });
});

function expectedOf(file: string): ExpectedReading {
  const text = readFileSync(path.join(__dirname, `${path.parse(file).name}.expected.json`), 'utf8');
  const { exit, ...expected } = JSON.parse(text) as ExpectedReading & { readonly exit: number };
  expect(exit).toBe(0);
  return expected;
}
