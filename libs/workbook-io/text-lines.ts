/** Height of a line of text of 12 points, in points. */
export const LINE_HEIGHT = 16.5;
/** The highest row that Excel allows, in points. */
export const HIGHEST_ROW = 409;

/** How many lines a text takes in a column so many characters wide; programs differ by a little, so it leaves room. */
export function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, width * 0.95);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
