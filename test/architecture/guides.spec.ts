import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';
import { FINDING_CODES, FINDING_MESSAGES } from '@thongvon/return-reader';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** What the code says of one place: a finding with its severity, or a problem with its HTTP status. */
interface Raised {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
}

const textOf = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined) return undefined;
  if (ts.isAsExpression(node)) return textOf(node.expression);
  return ts.isStringLiteral(node) || ts.isNumericLiteral(node) ? node.text : undefined;
};

function propertyOf(node: ts.ObjectLiteralExpression, name: string): string | undefined {
  const found = node.properties.find((one) => one.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? textOf(found.initializer) : undefined;
}

/** Findings that are written as objects, and problems that refuse what was asked (409, 412). */
function raisedIn(file: string, source = read(file)): Raised[] {
  const raised: Raised[] = [];
  const add = (code: string | undefined, severity: string | undefined): void => {
    if (code !== undefined && severity !== undefined) raised.push({ code, severity, file });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) add(propertyOf(node, 'code'), propertyOf(node, 'severity'));
    if (ts.isNewExpression(node) && node.expression.getText() === 'Problem')
      add(textOf(node.arguments?.[1]), textOf(node.arguments?.[0]));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return raised;
}

const everything: readonly Raised[] = [
  ...Object.values(FINDING_MESSAGES).map(({ code, severity }) => ({ code, severity, file: 'catalogue' })),
  ...execFileSync('git', ['ls-files', 'libs'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /(?<!\.spec)\.ts$/.test(file) && !/\/(?:testing|migrations)\//.test(file))
    .flatMap((file) => raisedIn(file)),
];
const findings = everything.filter(({ code }) => code.startsWith('RET-'));
/** Asks somebody, or stops the return until the file is mended. */
const stops = findings.filter(({ severity }) => severity === 'question' || severity === 'error');
/** Stops a person who sends, answers or approves; who adds words for the reader does none of these. */
const refusals = everything.filter(
  ({ severity, file }) =>
    /^4(?:09|12)$/.test(severity) &&
    file.startsWith('libs/returns/application/') &&
    file !== 'libs/returns/application/vocabulary.ts',
);
/** Plans of capital are sent, and so answered, by the finance office only. */
const isOfPlans = ({ code, file }: Raised): boolean =>
  code.startsWith('RET-DECISION-') || /^libs\/capital\/\w+\/plan\//.test(file);

const codesOf = (raised: readonly Raised[]): string[] => [...new Set(raised.map(({ code }) => code))].sort();

const GUIDE = 'docs/huong-dan/cau-hoi.md';
const PLANS = 'Quyết định giao vốn';

/** Codes that stand in a row of three cells with text, by the heading above it. */
function described(text: string): Map<string, string[]> {
  const byCode = new Map<string, string[]>();
  let heading = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) heading = line.replace(/^#+\s*(?:\d+\. )?/, '');
    const cells = line.split('|').slice(1, -1);
    if (cells.length !== 3 || cells.some((cell) => cell.replace(/`[^`]*`/g, '').trim().length < 10)) continue;
    for (const [, code = ''] of line.matchAll(/`([A-Z]+(?:-[A-Z]+)+)`/g))
      byCode.set(code, [...(byCode.get(code) ?? []), heading]);
  }
  return byCode;
}

const missing = (codes: readonly string[], text: string): string[] => {
  const known = described(text);
  return codes.filter((code) => !known.has(code));
};

describe('the guide of questions', () => {
  it('describes every code that asks its reader something or stops a return', () => {
    expect(missing(codesOf(stops), read(GUIDE))).toEqual([]);
  });

  it('describes every refusal to send, answer or approve a return', () => {
    expect(codesOf(refusals)).toContain('REASON-NEEDED');
    expect(missing(codesOf(refusals), read(GUIDE))).toEqual([]);
  });

  it('describes questions about plans where the finance office looks for them, the others elsewhere', () => {
    const byCode = described(read(GUIDE));
    const isThere = (code: string, ofPlans: boolean): boolean =>
      (byCode.get(code) ?? []).some((heading) => heading.startsWith(PLANS) === ofPlans);
    // A finding of the reader or of every kind may come with a plan as well; it is described once, for all.
    const forAll = stops.filter((one) => !isOfPlans(one));
    const ofPlansOnly = codesOf(stops.filter(isOfPlans)).filter((code) => !codesOf(forAll).includes(code));
    expect(ofPlansOnly).toContain('RET-PROJECT-OWNER');
    expect(ofPlansOnly.filter((code) => !isThere(code, true))).toEqual([]);
    expect(codesOf(forAll).filter((code) => !isThere(code, false))).toEqual([]);
  });

  it('names no code that nothing raises', () => {
    const known = codesOf(everything);
    expect([...described(read(GUIDE)).keys()].filter((code) => !known.includes(code))).toEqual([]);
  });

  it.each(['can-bo-ban-qlda', 'phong-tai-chinh'])('is led to by the guide %s', (guide) => {
    expect(read(`docs/huong-dan/${guide}.md`)).toContain('](cau-hoi.md)');
  });
});

describe('the codes that are collected', () => {
  it('are all that findings have, whether they stop or only inform', () => {
    expect(codesOf(findings)).toEqual([...FINDING_CODES].sort());
  });

  it('are noticed in a new file, and missed by a guide that only names them', () => {
    const source = `const found = { code: 'RET-NEW', severity: 'question' as const, asks: 'reason' };`;
    const codes = codesOf(raisedIn('libs/new.ts', source));
    expect(codes).toEqual(['RET-NEW']);
    expect(missing(codes, '`RET-NEW`\n\n| `RET-NEW` | vì có thể sai số | |\n')).toEqual(['RET-NEW']);
    expect(missing(codes, '| Có đúng không? `RET-NEW` | vì có thể sai số | ghi lý do vào ô |')).toEqual([]);
  });
});
