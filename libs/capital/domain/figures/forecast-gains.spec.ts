import fc from 'fast-check';
import { type Alike, gainsOf } from './forecast-gains';

/** A project's change over the days between two reports, and what is left of its plan. */
interface Project {
  readonly gained: bigint;
  readonly span: number;
  readonly room: bigint;
}

/** Quarters of a pace. */
type Quarters = 1 | 2 | 3 | 4;

/** As one project is forecast: its change over the days, by the days that pass, half up, up to its plan. */
function after(days: number, { gained, span, room }: Project, quarters: Quarters): bigint {
  const per = BigInt(span) * 4n;
  const more = (gained * BigInt(days * quarters) * 2n + per) / (per * 2n);
  return more > room ? room : more;
}

function alikeOf({ gained, span, room }: Project, quarters: Quarters): Alike {
  const [per, pace] = [BigInt(span) * 4n, gained * BigInt(quarters)];
  const until = (per * room - per / 2n + pace - 1n) / pace;
  return {
    per: Number(per),
    rest: Number(pace % per),
    whole: pace / per,
    projects: 1,
    until: until > 1000n ? 1000 : Number(until),
    room,
  };
}

/** Those that go on alike and stop on one day, as one. */
function together(all: readonly Alike[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const one of all) {
    const key = [one.per, one.rest, one.until].join(' ');
    const other = found.get(key);
    found.set(key, {
      ...one,
      projects: one.projects + (other?.projects ?? 0),
      whole: one.whole + (other?.whole ?? 0n),
      room: one.room + (other?.room ?? 0n),
    });
  }
  return [...found.values()];
}

const project = fc.record({
  gained: fc.oneof(fc.bigInt({ min: 1n, max: 60n }), fc.bigInt({ min: 1n, max: 4_000_000_000_000_000n })),
  span: fc.oneof(fc.constant(28), fc.integer({ min: 1, max: 395 })),
  room: fc.oneof(fc.bigInt({ min: 1n, max: 200n }), fc.bigInt({ min: 1n, max: 9_000_000_000_000_000n })),
});
const days = fc
  .uniqueArray(fc.integer({ min: 0, max: 395 }), { minLength: 1, maxLength: 40 })
  .map((all) => all.toSorted((one, other) => one - other));

describe('what projects gain together', () => {
  it('is what each of them gains by itself, added up', () => {
    fc.assert(
      fc.property(
        fc.array(project, { maxLength: 60 }),
        days,
        fc.constantFrom<Quarters>(1, 2, 3, 4),
        (projects, asked, quarters) => {
          const found = gainsOf(together(projects.map((one) => alikeOf(one, quarters))), asked);
          const plain = asked.map((day) =>
            projects.reduce((sum, one) => sum + after(day, one, quarters), 0n),
          );
          expect(found).toEqual(plain);
        },
      ),
    );
  });

  it('is rounded for each project, not for their sum, and ends with each plan on its own day', () => {
    // 1/2 đồng a day each: 0.5 is rounded up for both, and their plans leave 1 and 3.
    const halves = [1n, 3n].map((room) => ({ gained: 1n, span: 2, room }));
    expect(gainsOf(together(halves.map((one) => alikeOf(one, 4))), [0, 1, 2, 3, 4, 5, 9])).toEqual([
      0n,
      2n,
      2n,
      3n,
      3n,
      4n,
      4n,
    ]);
  });
});
