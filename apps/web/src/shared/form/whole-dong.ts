/** Whole đồng as the API takes them, from "1500000000" or in groups of three ("1.500.000.000"); null for anything else. */
export function wholeDong(typed: string): string | null {
  const text = typed.trim();
  if (!/^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)$/.test(text)) return null;
  const digits = text.replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
  return digits.length > 18 ? null : digits;
}
