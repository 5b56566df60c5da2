/** "DỰ ÁN CHUYỂN TIẾP", but not "QL14E". */
export function isAllCapitals(label: string): boolean {
  const letters = label.replace(/[^\p{L}]/gu, '');
  return letters.length >= 6 && letters === letters.toUpperCase();
}
