import { memoize } from './memoize';

/** How many decimals the number format shows; undefined for General and for formats without digits. */
export function decimalsOfFormat(format: string | undefined): number | undefined {
  const body = firstSection(format ?? '');
  if (!body || !/[0#?]/.test(body) || /e[+-]/i.test(body)) return undefined;
  return /\.([0#?]*)/.exec(body)?.[1]?.length ?? 0;
}

/** By how many thousands the format divides what it shows ("#,##0,," shows millions): 0, 1, 2 or 3. */
export function thousandsHidden(format: string | undefined): number {
  return /[0#?](,+)(?![0#?,])/.exec(firstSection(format ?? ''))?.[1]?.length ?? 0;
}

export function isPercentFormat(format: string | undefined): boolean {
  return firstSection(format ?? '').includes('%');
}

/** The section for positive numbers, without quoted text, colours and padding. */
const firstSection = memoize(
  (format) =>
    format
      .replace(/"[^"]*"/g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\\./g, '')
      .replace(/[_*]./g, '')
      .split(';')[0] ?? '',
);
