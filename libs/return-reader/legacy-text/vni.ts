/**
 * VNI-Windows writes a letter with its plain letter and a mark of its own behind it ("aù" is "á"). Each row: the plain
 * letters, and the marks with the letter that each makes of them.
 */
const MARKED: readonly (readonly [plain: string, marks: string, letters: string])[] = [
  ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
];
/** Letters of one code point. */
const SINGLE: readonly (readonly [vni: string, letter: string])[] = [
  ...pairs('íìæóò', 'íìỉĩị'),
  ...pairs('îñôö', 'ỵđơư'),
];

const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ...SINGLE,
  ...MARKED.flatMap(([plain, marks, letters]) =>
    pairs(marks, letters).map(([mark, letter]) => [plain + mark, letter] as const),
  ),
]);
const VNI_TYPED = new RegExp([...VNI_LETTERS.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gi');

/** Unicode for a text typed in VNI-Windows: "Döï aùn" → "Dự án". */
export function fromVni(text: string): string {
  return text.replace(VNI_TYPED, (typed) => {
    const letter = VNI_LETTERS.get(typed.toLowerCase()) ?? typed;
    const [first = ''] = typed;
    return first === first.toLowerCase() ? letter : letter.toUpperCase();
  });
}

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, i) => [letter, to[i] ?? letter] as const);
}
