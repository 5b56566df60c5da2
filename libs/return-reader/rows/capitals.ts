/** "DỰ ÁN CHUYỂN TIẾP", but not "QL14E". */
export function isAllCapitals(label: string): boolean {
  if (label !== label.toUpperCase()) return false;
  const letters = label.replace(/[^\p{L}]/gu, '');
  return letters.length >= 6;
}
