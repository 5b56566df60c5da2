import fc from 'fast-check';
import { readWorkbook } from './index';
import { DAMAGES, withValue } from './testing/damage';
import { layouts } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { sweep } from './testing/sweep';
import { writeReturn } from './testing/write-return';

describe('a mistake in a return of a layout that nobody has seen', () => {
  it('in one amount has its name, at its cell', () => {
    const invented = fc.tuple(portfolios(), layouts(), fc.constantFrom(...DAMAGES), fc.nat());
    sweep({ name: 'an amount', sample: 200, whole: 5000 }, invented, ([portfolio, layout, damage, n]) => {
      const written = writeReturn(portfolio, layout);
      const leaves = written.leaves.filter(({ key }) => /^(planned|disbursed|completed|advance)/.test(key));
      const place = leaves[n % leaves.length];
      if (!place) return { outcome: 'refused', codes: [] };
      const { model, sheet, cell } = withValue(written.model, place, damage);
      const { findings } = readWorkbook(model);
      const named = findings.some((f) => f.code === damage.code && f.sheet === sheet && f.cell === cell);
      return named
        ? { outcome: 'refused', codes: [damage.code] }
        : { outcome: 'wrong', why: `${damage.name} at ${cell} is not named ${damage.code}` };
    });
  });
});
