import { matchKey } from '@thongvon/kernel';

/** The conditions of a query with their parameters, joined by AND. */
export class Conditions {
  private readonly clauses: string[] = [];
  private readonly values: unknown[] = [];

  /** Adds what `write` makes of the parameter's placeholder: `.and((ids) => `id = ANY(${ids}::uuid[])`, list)`. */
  and(write: (placeholder: string) => string, value: unknown): this {
    this.clauses.push(write(this.parameter(value)));
    return this;
  }

  /** Adds a condition that needs no parameter. */
  also(sql: string): this {
    this.clauses.push(sql);
    return this;
  }

  /**
   * Keeps rows in whose `column` (a stored kernel `matchKey`) every word of `words` occurs, without regard to accents
   * or order. Without words all are kept; words without a letter or digit keep none.
   */
  matching(column: string, words: string | undefined): this {
    return this.matchingAny([column], words);
  }

  /** The same where each word may be in any of several columns. A column that is null matches nothing. */
  matchingAny(columns: readonly string[], words: string | undefined): this {
    if (words === undefined || words.trim() === '') return this;
    const key = matchKey(words);
    // A key holds letters, digits and spaces only, so nothing of it can act as a wildcard.
    if (key === '') this.clauses.push('false');
    for (const word of rarestFirst(key.split(' ').filter(Boolean)))
      this.and((pattern) => oneOf(columns, pattern), `%${word}%`);
    return this;
  }

  /** Adds a parameter alone and returns its placeholder. */
  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.clauses.length === 0 ? 'true' : this.clauses.join(' AND ');
  }

  get parameters(): readonly unknown[] {
    return this.values;
  }
}

function oneOf(columns: readonly string[], pattern: string): string {
  const alternatives = columns.map((column) => `${column} LIKE ${pattern}`).join(' OR ');
  return columns.length === 1 ? alternatives : `(${alternatives})`;
}

/** Words with digits, then the longest, first: what few rows have is looked for before what most have. */
function rarestFirst(words: readonly string[]): string[] {
  const rarity = (word: string): number => word.length + (/\d/.test(word) ? 100 : 0);
  return words.toSorted((a, b) => rarity(b) - rarity(a));
}
