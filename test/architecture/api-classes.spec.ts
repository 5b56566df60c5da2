import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'libs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/testing\//.test(file));

/** Classes of requests and responses, and the page of a list; words (unions and their lists) are everybody's. */
const classes = new Set([
  'ListOf',
  ...files
    .filter((file) => file.startsWith('libs/api-contract/'))
    .flatMap((file) =>
      [...read(file).matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name = '']) => name),
    ),
]);

/** The API classes that a source takes from api-contract. */
function classesIn(source: string): string[] {
  const imports = source.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from '@thongvon\/api-contract'/g);
  return [...imports]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*$/, ''),
    )
    .filter((name) => classes.has(name));
}

const isInside = (file: string): boolean => !/^libs\/(?:api-contract\/|[^/]+\/http\/)/.test(file);

describe('API classes', () => {
  it('leave a context through http/ only', () => {
    expect(files.filter((file) => isInside(file) && classesIn(read(file)).length > 0)).toEqual([]);
  });

  it('are kept apart from words', () => {
    const source = `import { type AlertView, ROLES, type Role } from '@thongvon/api-contract';`;
    expect(classesIn(source)).toEqual(['AlertView']);
  });
});
