import {
  addDecimals,
  cleanText,
  parseDecimal,
  toBaseUnits,
  type AmountUnit,
  type Decimal,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import { splitByUnits, splitUnitSuffix } from '../vocabulary/units';

/** Which mark parts the decimals. Vietnamese offices write a comma; imported sheets often write a dot. */
export type Convention = 'decimal-comma' | 'decimal-dot';

export interface ReadNumber {
  readonly state: 'number';
  readonly value: Decimal;
  /** Decimals as typed, so that "12,50" has two. */
  readonly decimals: number;
  /** What the text proves about its column; undefined when it has no mark that could be read in two ways. */
  readonly convention?: Convention;
  readonly unit?: AmountUnit;
}

export interface AmbiguousNumber {
  readonly state: 'ambiguous';
  readonly readings: Readonly<Record<Convention, ReadNumber>>;
}

/** What a text cell of a number column says. */
export type NumberText =
  ReadNumber | AmbiguousNumber | { readonly state: 'blank' | 'dash' | 'not-applicable' | 'not-a-number' };

const DASH = /^[-–—‒―−]+$/;
const NOT_APPLICABLE = /^[xX×]$/;
/** "Chưa giải ngân": nothing of it yet. */
const NOTHING_YET = /^\s*chưa\s+(?:gn|giải ngân|thanh toán|tt)\s*\.?\s*$/i;
/** Most texts are names; none of them needs a closer look. */
const NAME = /^\p{L}\p{L}/u;
const BODY = /^\d[\d.,' ]*$|^[.,]\d+$/;

/**
 * Reads a number as people type it. A single dot or comma before exactly three digits ("14.990") can mean thousands
 * or decimals, so it is ambiguous unless the whole part shows that it can't be a group.
 */
export function readNumberText(raw: string): NumberText {
  if (NAME.test(raw)) return NOTHING_YET.test(raw) ? { state: 'dash' } : { state: 'not-a-number' };
  const trimmed = cleanText(raw.normalize('NFKC'));
  if (trimmed === '') return { state: 'blank' };
  if (DASH.test(trimmed.replace(/ /g, ''))) return { state: 'dash' };
  if (NOT_APPLICABLE.test(trimmed)) return { state: 'not-applicable' };
  const { text: bare, unit } = splitUnitSuffix(trimmed);
  const { text, negative } = splitSign(bare.trim());
  if (DASH.test(text)) return { state: 'dash' };
  if (!BODY.test(text)) return readByUnits(trimmed);
  const result = readMarks(text);
  return finish(result, negative, unit);
}

/** "2 tỷ 200 triệu": in đồng. */
function readByUnits(text: string): NumberText {
  const parts = /\p{L}/u.test(text) ? splitByUnits(text) : undefined;
  const amounts = (parts ?? []).flatMap(({ text: body, unit }) => {
    const read = BODY.test(body) ? readMarks(body) : undefined;
    return read?.state === 'number' ? [toBaseUnits(read.value, unit)] : [];
  });
  if (!parts || amounts.length < parts.length) return { state: 'not-a-number' };
  const value = amounts.reduce((sum, amount) => addDecimals(sum, amount), ZERO_DECIMAL);
  return { state: 'number', value, decimals: 0, unit: 'dong' };
}

function splitSign(text: string): { text: string; negative: boolean } {
  const brackets = /^\(\s*(.*?)\s*\)$/.exec(text);
  if (brackets?.[1] !== undefined) return { text: brackets[1], negative: true };
  const sign = /^([-–−+])\s*(.+)$/.exec(text);
  if (sign?.[2] !== undefined) return { text: sign[2], negative: sign[1] !== '+' };
  return { text, negative: false };
}

function readMarks(text: string): NumberText {
  const spaced = /[ ']/.test(text);
  if (spaced && !/^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/.test(text)) return { state: 'not-a-number' };
  const body = text.replace(/[ ']/g, '');
  const marks = body.replace(/\d/g, '');
  if (marks === '') return number(body, undefined);
  const comma = withConvention(body, 'decimal-comma');
  const dot = withConvention(body, 'decimal-dot');
  if (spaced) {
    // Spaces already part the thousands, so the one mark left can only part the decimals.
    const convention = marks === ',' ? 'decimal-comma' : 'decimal-dot';
    return number(body.replace(',', '.'), convention);
  }
  if (comma && dot) return { state: 'ambiguous', readings: { 'decimal-comma': comma, 'decimal-dot': dot } };
  return comma ?? dot ?? { state: 'not-a-number' };
}

/** The number under one convention, if the marks stand where that convention puts them. */
function withConvention(body: string, convention: Convention): ReadNumber | undefined {
  const [group, point] = convention === 'decimal-comma' ? ['\\.', ','] : [',', '\\.'];
  const form = new RegExp(`^(?:\\d+|[1-9]\\d{0,2}(?:${group}\\d{3})+)?(?:${point}\\d+)?$`);
  if (!form.test(body)) return undefined;
  const plain =
    convention === 'decimal-comma' ? body.replace(/\./g, '').replace(',', '.') : body.replace(/,/g, '');
  return number(plain.startsWith('.') ? `0${plain}` : plain, convention);
}

function number(plain: string, convention: Convention | undefined): ReadNumber {
  const value = parseDecimal(plain) ?? { coefficient: 0n, scale: 0 };
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { state: 'number', value, decimals, ...(convention ? { convention } : {}) };
}

function finish(result: NumberText, negative: boolean, unit: AmountUnit | undefined): NumberText {
  const sign = (n: ReadNumber): ReadNumber => ({
    ...n,
    value: negative ? { ...n.value, coefficient: -n.value.coefficient } : n.value,
    ...(unit ? { unit } : {}),
  });
  if (result.state === 'number') return sign(result);
  if (result.state !== 'ambiguous') return result;
  const { readings } = result;
  return {
    state: 'ambiguous',
    readings: {
      'decimal-comma': sign(readings['decimal-comma']),
      'decimal-dot': sign(readings['decimal-dot']),
    },
  };
}
