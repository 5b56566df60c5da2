export type Token =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'error'; readonly text: string }
  /** The sheet of the reference that follows. */
  | { readonly type: 'sheet'; readonly text: string }
  /** A cell (`$B$7`), or whole columns (`A:C`) or rows (`1:3`). */
  | { readonly type: 'cell' | 'columns' | 'rows'; readonly text: string }
  /** A function, TRUE, FALSE, or the name of a range. */
  | { readonly type: 'name'; readonly text: string }
  | { readonly type: 'operator'; readonly text: string };

const SPACE = /\s+/y;

/** In the order in which they are tried. The first group of each, if any, is the token's text. */
const PATTERNS: readonly (readonly [Token['type'], RegExp])[] = [
  ['text', /"((?:[^"]|"")*)"/y],
  ['error', /#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|N\/A)/y],
  ['sheet', /'((?:[^'[\]]|'')+)'!/y],
  ['sheet', /([\p{L}_][\p{L}\p{M}\p{N}_.]*)!/uy],
  ['rows', /\$?\d{1,7}:\$?\d{1,7}(?![\w.])/y],
  ['columns', /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.($])/y],
  ['cell', /\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(!])/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/=<>%(),:]/y],
];

/** Splits a formula as a file has it: in English, with commas. Undefined if there is something we don't know in it. */
export function tokenize(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(formula);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (match(SPACE); at < formula.length; match(SPACE)) {
    const token = nextToken(match);
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function nextToken(match: (pattern: RegExp) => RegExpExecArray | null): Token | undefined {
  for (const [type, pattern] of PATTERNS) {
    const found = match(pattern);
    if (!found) continue;
    const text = found[1] ?? found[0];
    if (type === 'text') return { type, text: text.replaceAll('""', '"') };
    return { type, text: type === 'sheet' ? text.replaceAll("''", "'") : text };
  }
  return undefined;
}
