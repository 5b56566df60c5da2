import { Conditions } from './list-page';

describe('the conditions of a list', () => {
  it('lets everything through when there are none', () => {
    expect(new Conditions().sql).toBe('true');
  });

  it('numbers its parameters in the order in which they come', () => {
    const where = new Conditions().and((p) => `a = ${p}`, 1).and((p) => `b < ${p}`, 2);
    expect(where.sql).toBe('a = $1 AND b < $2');
    expect(where.parameters).toEqual([1, 2]);
  });

  it('searches each word without accents and case', () => {
    const where = new Conditions().matching('name_key', 'ĐÔNG  Sơn');
    expect(where.sql).toBe('name_key LIKE $1 AND name_key LIKE $2');
    expect(where.parameters).toEqual(['%dong%', '%son%']);
  });

  it('looks first for the words that fewest rows have', () => {
    expect(new Conditions().matching('k', 'xã Bình đoạn 42').parameters).toEqual([
      '%42%',
      '%binh%',
      '%doan%',
      '%xa%',
    ]);
  });

  it('finds each word in any of several columns', () => {
    const where = new Conditions().matchingAny(['a', 'b'], 'Đông Sơn');
    expect(where.sql).toBe('(a LIKE $1 OR b LIKE $1) AND (a LIKE $2 OR b LIKE $2)');
  });

  it('keeps all without words, and none when the words hold nothing to search for', () => {
    expect(new Conditions().matching('name_key', undefined).sql).toBe('true');
    expect(new Conditions().matching('name_key', ' ').sql).toBe('true');
    expect(new Conditions().matching('name_key', '%_').sql).toBe('false');
  });
});
