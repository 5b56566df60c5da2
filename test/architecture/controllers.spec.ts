import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

const root = path.resolve(__dirname, '../..');
/** A controller with more is the wrong cut, or composes what belongs to a use case. */
const MOST_DEPENDENCIES = 5;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'libs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/testing\/|^apps\/web\//.test(file));

/** The classes with `@Controller()` of a source file, and how much each depends on. */
function controllersOf(file: string, source = readFileSync(path.join(root, file), 'utf8')) {
  const found: { file: string; name: string; dependencies: number }[] = [];
  const isController = (node: ts.ClassDeclaration): boolean =>
    (ts.getDecorators(node) ?? []).some(({ expression }) => expression.getText().startsWith('Controller('));
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && isController(node)) {
      const dependencies = node.members.find(ts.isConstructorDeclaration)?.parameters.length ?? 0;
      found.push({ file, name: node.name?.text ?? '', dependencies });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

const isTooWide = ({ dependencies }: { dependencies: number }): boolean => dependencies > MOST_DEPENDENCIES;
const controllers = files.flatMap((file) => controllersOf(file));

describe('controllers', () => {
  it('stand in http/ of their context, or of the platform: apps compose modules', () => {
    expect(controllers.length).toBeGreaterThan(30);
    expect(controllers.filter(({ file }) => !/^libs\/[^/]+\/http\/.+\.controller\.ts$/.test(file))).toEqual(
      [],
    );
  });

  it(`depend on ${MOST_DEPENDENCIES} at most`, () => {
    expect(controllers.filter(isTooWide)).toEqual([]);
  });

  it('are noticed when they depend on more', () => {
    const six = 'a: A, b: B, c: C, d: D, e: E, f: F';
    const source = `@Controller('x') export class X { constructor(${six}) {} }`;
    expect(controllersOf('libs/x/http/x.controller.ts', source).filter(isTooWide)).toHaveLength(1);
  });
});
