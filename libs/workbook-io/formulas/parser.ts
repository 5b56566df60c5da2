import { parseDecimal } from '@thongvon/kernel';
import { LAST_COLUMN, LAST_ROW, type MergedRange, parsePlace, parseRange } from '../sheet-model';
import { fromDecimal, type Rational } from './rational';

type Token =
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
function tokenize(formula: string): Token[] | undefined {
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

/** Excel's own bound on the length of a formula; and on nesting, which is 64. */
const LONGEST = 8192;
const DEEPEST = 64;

const COMPARISONS: readonly string[] = ['=', '<>', '<', '>', '<=', '>='] satisfies ComparisonOperator[];
const SUMS: readonly string[] = ['+', '-'] satisfies ArithmeticOperator[];
const PRODUCTS: readonly string[] = ['*', '/'] satisfies ArithmeticOperator[];

/** The tree of a formula written without its "="; undefined if it uses anything that we don't know. */
export function parseFormula(formula: string): Expression | undefined {
  if (formula.length > LONGEST) return undefined;
  const tokens = tokenize(formula);
  if (!tokens) return undefined;
  try {
    return new Parser(tokens).parse();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NotUnderstood extends Error {}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const expression = this.comparison();
    if (this.at < this.tokens.length) throw new NotUnderstood();
    return expression;
  }

  private comparison(): Expression {
    if ((this.depth += 1) > DEEPEST) throw new NotUnderstood();
    let left = this.sum();
    for (let operator = this.take(COMPARISONS); operator; operator = this.take(COMPARISONS)) {
      left = { type: 'comparison', operator: operator as ComparisonOperator, left, right: this.sum() };
    }
    this.depth -= 1;
    return left;
  }

  private sum(): Expression {
    let left = this.product();
    for (let operator = this.take(SUMS); operator; operator = this.take(SUMS)) {
      left = { type: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.product() };
    }
    return left;
  }

  private product(): Expression {
    let left = this.signed();
    for (let operator = this.take(PRODUCTS); operator; operator = this.take(PRODUCTS)) {
      left = { type: 'arithmetic', operator: operator as ArithmeticOperator, left, right: this.signed() };
    }
    return left;
  }

  private signed(): Expression {
    let isNegative = false;
    for (let sign = this.take(SUMS); sign; sign = this.take(SUMS)) isNegative = isNegative !== (sign === '-');
    let operand = this.operand();
    while (this.take(['%'])) operand = { type: 'percent', operand };
    return isNegative ? { type: 'negate', operand } : operand;
  }

  private operand(): Expression {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.type) {
      case 'number':
        return numberOf(token.text);
      case 'text':
      case 'error':
        return { type: token.type, text: token.text };
      case 'name':
        return this.named(token.text.toUpperCase());
      case 'sheet':
        return this.reference(this.tokens[this.at++], token.text);
      case 'operator':
        return this.inParentheses(token.text);
      default:
        return this.reference(token, undefined);
    }
  }

  private inParentheses(opening: string): Expression {
    if (opening !== '(') throw new NotUnderstood();
    const inner = this.comparison();
    this.expect(')');
    return inner;
  }

  private named(name: string): Expression {
    if (this.take(['('])) return { type: 'call', name, arguments: this.argumentList() };
    if (name === 'TRUE' || name === 'FALSE') return { type: 'boolean', boolean: name === 'TRUE' };
    throw new NotUnderstood();
  }

  private argumentList(): (Expression | undefined)[] {
    if (this.take([')'])) return [];
    const found: (Expression | undefined)[] = [];
    do found.push(this.isNext(',') || this.isNext(')') ? undefined : this.comparison());
    while (this.take([',']));
    this.expect(')');
    return found;
  }

  private reference(token: Token | undefined, sheet: string | undefined): Expression {
    if (token?.type === 'cell') {
      const end = this.take([':']) ? this.tokens[this.at++] : token;
      const area = end?.type === 'cell' ? parseRange(`${token.text}:${end.text}`) : undefined;
      if (area) return { type: 'range', sheet, area };
    }
    if (token?.type === 'columns' || token?.type === 'rows') {
      const area = token.type === 'columns' ? columnsOf(token.text) : rowsOf(token.text);
      if (area) return { type: 'range', sheet, area };
    }
    if (token?.type === 'error') return { type: 'error', text: token.text };
    throw new NotUnderstood();
  }

  private isNext(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.type === 'operator' && token.text === text;
  }

  private take(operators: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.type !== 'operator' || !operators.includes(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  private expect(operator: string): void {
    if (!this.take([operator])) throw new NotUnderstood();
  }
}

function numberOf(text: string): Expression {
  const decimal = parseDecimal(text.startsWith('.') ? `0${text}` : text);
  if (!decimal) throw new NotUnderstood();
  return { type: 'number', value: fromDecimal(decimal) };
}

function columnsOf(text: string) {
  const [from = '', to = ''] = text.split(':');
  const first = parsePlace(`${from}1`)?.column;
  const last = parsePlace(`${to}1`)?.column;
  if (first === undefined || last === undefined) return undefined;
  return { top: 0, bottom: LAST_ROW, left: Math.min(first, last), right: Math.max(first, last) };
}

function rowsOf(text: string) {
  const [first = 0, last = 0] = text.replaceAll('$', '').split(':').map(Number);
  return { top: Math.min(first, last) - 1, bottom: Math.max(first, last) - 1, left: 0, right: LAST_COLUMN };
}

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula as a tree. */
export type Expression =
  | { readonly type: 'number'; readonly value: Rational }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'boolean'; readonly boolean: boolean }
  | { readonly type: 'error'; readonly text: string }
  | RangeReference
  | { readonly type: 'negate' | 'percent'; readonly operand: Expression }
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly type: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** An argument that was left out, as in IF(A1,,2), is undefined. */
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly (Expression | undefined)[] };

export interface RangeReference {
  readonly type: 'range';
  /** Undefined: the sheet of the formula. */
  readonly sheet: string | undefined;
  readonly area: MergedRange;
}

/** Whether a reference names a single cell. */
export const isOneCell = ({ area }: RangeReference): boolean =>
  area.top === area.bottom && area.left === area.right;

const QUOTED = /"(?:[^"]|"")*"/g;
const NAMED =
  /(?:'((?:[^'[\]]|'')+)'!|([\p{L}_][\p{L}\p{M}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w.(!])/gu;

/** The cells and ranges that the text of a formula names, also of one that we don't understand. */
export function rangesIn(formula: string): RangeReference[] {
  return Array.from(formula.slice(0, LONGEST).replace(QUOTED, '""').matchAll(NAMED)).flatMap(
    ([, quoted, plain, place = '']) => {
      const area = parseRange(place);
      return area ? [{ type: 'range' as const, sheet: quoted?.replaceAll("''", "'") ?? plain, area }] : [];
    },
  );
}

/** All the ranges that a formula refers to. Without recursion: a sum of 4000 terms is a tree 4000 deep. */
export function rangesOf(formula: Expression): RangeReference[] {
  const ranges: RangeReference[] = [];
  const open: (Expression | undefined)[] = [formula];
  while (open.length > 0) {
    const expression = open.pop();
    if (expression?.type === 'range') ranges.push(expression);
    else if (expression?.type === 'negate' || expression?.type === 'percent') open.push(expression.operand);
    else if (expression?.type === 'arithmetic' || expression?.type === 'comparison') {
      open.push(expression.left, expression.right);
    } else if (expression?.type === 'call') open.push(...expression.arguments);
  }
  return ranges;
}
