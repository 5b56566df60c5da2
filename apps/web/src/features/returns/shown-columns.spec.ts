import { columnsAbout, spanIn } from './shown-columns';

const letters = [...'ABCDEFGHIJKLM'];

describe('the columns of a picture of a sheet', () => {
  it('are the one of names, the one that it is about and those next to it', () => {
    expect(columnsAbout(letters, 'I', 'B')).toEqual([...'BGHIJK']);
    expect(columnsAbout(letters, 'A', 'B')).toEqual([...'ABC']);
  });

  it('are all where few would be folded, or it is about none of them', () => {
    expect(columnsAbout([...'ABCDEF'], 'D', 'B')).toEqual([...'ABCDEF']);
    expect(columnsAbout(letters, 'Z', 'B')).toEqual(letters);
  });

  it('keep of a merged cell what is shown of it', () => {
    const shown = columnsAbout(letters, 'I', 'B');
    expect(spanIn({ column: 'E', columnSpan: 4 }, letters, shown)).toBe(2);
    expect(spanIn({ column: 'C', columnSpan: 2 }, letters, shown)).toBe(0);
    expect(spanIn({ column: 'B', columnSpan: 1 }, letters, shown)).toBe(1);
  });
});
