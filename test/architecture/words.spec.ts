import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Words of the first house that readers stumbled over (docs/glossary.md, its last paragraph). */
const RETIRED =
  /\b(?:deeds?|graver|foothold|furnish(?:ed)?|hurry|heard|told)\b|(?:Deed|Told|Graver|Foothold|Heard)(?=[A-Z]|s?\b)|\b(?:deed|told)[A-Z]|(?:\b|_)(?:DEEDS?|TOLD|GRAVER|FOOTHOLD)(?:\b|_)/;
/** Where they may stand: what has run on databases, and the lists of them. */
const KEPT = /database\/migrations\/|test\/architecture\/words\.spec\.ts$/;

const root = path.resolve(__dirname, '../..');
const files = execFileSync('git', ['ls-files', 'apps', 'libs', 'test', 'scripts', 'bench'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file) && !KEPT.test(file));

const retiredIn = (text: string): string[] => text.split('\n').filter((line) => RETIRED.test(line));

describe('retired words', () => {
  it('stand in no code and no comment', () => {
    const found = files.flatMap((file) =>
      retiredIn(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it.each(['/** Each deed once. */', 'const toldOf = 1;', 'class RecordDeed {}', 'const ALERT_DEEDS = 1;'])(
    'are found in %s',
    (line) => {
      expect(retiredIn(line)).toHaveLength(1);
    },
  );
});
