import fc from 'fast-check';
import { brokenJsonLimit } from './request-limits';

/** The same measures from the value itself. */
function sizeOf(value: unknown): { depth: number; members: number } {
  if (typeof value !== 'object' || value === null) return { depth: 0, members: 0 };
  const inner = Object.values(value).map(sizeOf);
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    // One for the object or list itself, and its members but one.
    members: Math.max(1, inner.length) + inner.reduce((sum, { members }) => sum + members, 0),
  };
}

describe('how much structure a JSON body may have', () => {
  it('is measured on the text as it would be on the value, whatever its strings hold', () => {
    const json = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.array(fc.constantFrom('[', '{', '\\', '"', ',', '\\"[,')),
    );
    fc.assert(
      fc.property(json, fc.boolean(), (value, spaced) => {
        const bytes = Buffer.from(JSON.stringify(value, undefined, spaced ? 2 : undefined));
        const { depth, members } = sizeOf(JSON.parse(bytes.toString()));
        expect(brokenJsonLimit(bytes, { depth, members })).toBeUndefined();
        if (depth > 0) expect(brokenJsonLimit(bytes, { depth: depth - 1, members })).toBe('depth');
        if (members > 0) expect(brokenJsonLimit(bytes, { depth, members: members - 1 })).toBe('members');
      }),
    );
  });

  it('leaves what is no JSON to the parser', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void brokenJsonLimit(bytes)));
  });
});
