import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A rule that stops a return or asks: the edit that switches it off, and the test that must fail then. */
interface Rule {
  readonly rule: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  readonly spec: string;
  /** "describe > it", as the source writes them. */
  readonly test: string;
}

const ROOT = path.resolve(__dirname, '../..');
const source = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const RULES = JSON.parse(source('test/mutations/rules.json')) as Rule[];

/** Of what rules speak, by the word before the colon (issue 6, "How good", and what came with it). */
const AREAS = [
  'amount',
  'clearance',
  'columns',
  'date',
  'decision',
  'identity',
  'names',
  'notes',
  'parts',
  'reasons',
  'recovery',
  'renamed',
  'repeated',
  'sender',
  'tables',
  'total',
  'unit',
  'whose',
  'year',
];

/** Where a title of a test stands in a spec, from a place on and after a text; -1: nowhere. */
function placeOf(title: string, spec: string, from: number, after = ''): number {
  const places = ["'", '"', '`'].map((mark) => spec.indexOf(`${after}${mark}${title}${mark}`, from));
  return Math.max(...places);
}

describe('the list of rules that npm run test:long switches off', () => {
  it.each(RULES)(
    'has an edit of its source and a test for “$rule”',
    ({ file, search, replace, spec, test }) => {
      expect(source(file).split(search)).toHaveLength(2);
      expect(replace).not.toBe(search);
      expect(existsSync(path.join(ROOT, spec))).toBe(true);
      // Jest's full name begins with the outermost describe.
      const [outermost = ''] = test.split(' > ');
      expect([outermost, placeOf(outermost, source(spec), 0, '\ndescribe(') >= 0]).toEqual([outermost, true]);
      let from = 0;
      for (const title of test.split(' > ')) {
        const place = placeOf(title, source(spec), from);
        expect([title, place >= from]).toEqual([title, true]);
        from = place;
      }
    },
  );

  it('leaves no area of the reader out, and names no rule twice', () => {
    const areas = RULES.map(({ rule }) => rule.split(':')[0] ?? '');
    expect(AREAS.filter((area) => !areas.includes(area))).toEqual([]);
    expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length);
  });
});
