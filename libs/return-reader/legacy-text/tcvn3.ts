/**
 * TCVN 5712:1993 as the ABC fonts (.VnTime, .VnArial, …) use it: small letters with tones, and capitals without. Each
 * row is a run of code points from the first, as they stand in a cell; a space is a place that the fonts leave empty.
 */
const RUNS: readonly (readonly [first: string, letters: string])[] = [
  ['¡', 'ĂÂÊÔƠƯĐăâêôơưđ'],
  ['µ', 'àảãáạ ằẳẵắ'],
  ['Æ', 'ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ'],
];

const LETTERS: ReadonlyMap<string, string> = new Map(
  RUNS.flatMap(([first, letters]) =>
    Array.from(letters).flatMap((letter, i): [string, string][] =>
      letter === ' ' ? [] : [[String.fromCharCode(first.charCodeAt(0) + i), letter]],
    ),
  ),
);

const TYPED = /[A-Za-z\u00a1-\u00ff]+/g;
const CAPITALS = /^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$/;

/**
 * Unicode for a text typed in TCVN3: "Dù ¸n" → "Dự án". Capitals with tones don't exist in TCVN3; among capitals
 * ("X· HéI") the small letters are meant as capitals.
 */
export function fromTcvn3(text: string): string {
  const inCapitals = CAPITALS.test(text);
  return text.replace(TYPED, (word) => {
    const letters = word.replace(/[\u00a1-\u00ff]/g, (letter) => LETTERS.get(letter) ?? letter);
    return inCapitals || CAPITALS.test(word) ? letters.toUpperCase() : letters;
  });
}
