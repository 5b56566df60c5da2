import { damaged } from '../limits-and-refusals';

/** How the bytes of a text are read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/**
 * The text of a file without its byte order mark, in composed letters. The encoding is what the file says (a mark, or
 * `declared`, a label of the web); else UTF-16 by its zero bytes, else UTF-8 where the bytes are sound UTF-8, else
 * what {@link eightBitEncoding} finds. Throws RET-DAMAGED where the bytes aren't what the file says.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = markedEncoding(bytes);
  if (marked) return decoded(bytes, marked);
  const label = declared === undefined ? undefined : knownEncoding(declared);
  // A page that says windows-1252 or iso-8859-1 but was written by a program in UTF-8 is read as what it is: sound
  // UTF-8 beyond ASCII isn't met by chance.
  if (label !== undefined && !label.startsWith('utf-16')) {
    if (label === 'utf-8' || !isUtf8(bytes)) return decoded(bytes, label);
    return decoded(bytes, 'utf-8');
  }
  const guessed = zeroEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : eightBitEncoding(bytes));
  return decoded(bytes, guessed);
}

/** Signs that stand in no text: those of ASCII below a space, but for tabs, line breaks, form feeds and escapes. */
const CONTROLS = Array.from({ length: 0x20 }, (_, code) => code)
  .filter((code) => code < 0x09 || (code > 0x0d && code !== 0x1a && code !== 0x1b))
  .map((code) => String.fromCharCode(code));

/** The beginning of a text, as far as its first bytes show; undefined for bytes that are no text. */
export function beginningOfText(bytes: Uint8Array): string | undefined {
  const encoding = markedEncoding(bytes) ?? zeroEncoding(bytes) ?? 'windows-1252';
  // What is looked for in a beginning (tags, separators) is ASCII; letters beyond don't matter.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  if (CONTROLS.some((control) => text.includes(control))) return undefined;
  return text.replace(/^(?:\ufeff|ï»¿)/, '');
}

function decoded(bytes: Uint8Array, encoding: string): string {
  const text = inEncoding(bytes, encoding);
  if (text.includes('\0')) throw damaged('the text holds zero bytes');
  // Putting marks in order takes the square of their number.
  if (MANY_MARKS.test(text)) throw damaged('the text has more marks on one letter than any language');
  return text.normalize('NFC');
}

function inEncoding(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged(`encoding: the text isn't ${encoding}`, error);
  }
}

const MANY_MARKS = /\p{M}{64}/u;

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const LOOKED_AT = 1024;

/** UTF-16 without a mark: digits, separators and line breaks have their zero bytes all on one side. */
function zeroEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1 ? 1 : 0] += 1;
  const [even, odd] = zeros;
  if (even === 0 && odd * 8 >= length && odd > 0) return 'utf-16le';
  if (odd === 0 && even * 8 >= length && even > 0) return 'utf-16be';
  return undefined;
}

const codes = (...ranges: number[]): ReadonlySet<number> => new Set(ranges);
/** Combining tones of windows-1258: grave, hook, tilde, acute, dot below. They follow their vowel. */
const TONES = codes(0xcc, 0xd2, 0xde, 0xec, 0xf2);
/** Vowels of windows-1258 that take a tone: of ASCII, and â ê ô ă ơ ư in both cases. */
const VOWELS: ReadonlySet<number> = new Set([
  ...Array.from('aeiouyAEIOUY', (letter) => letter.charCodeAt(0)),
  ...[0xe2, 0xea, 0xf4, 0xe3, 0xf5, 0xfd, 0xc2, 0xca, 0xd4, 0xc3, 0xd5, 0xdd],
]);
/** đ and Đ of windows-1258, which neither TCVN3 nor VNI uses for a letter of its own but é. */
const D_WITH_STROKE = 0xf0;
/** Of so many tones one may stand apart from its vowel, by a slip. */
const TONES_A_SLIP = 50;

/**
 * Which 8-bit encoding a text that is no UTF-8 is in. windows-1258 writes a tone behind its vowel, so its tone bytes
 * always follow vowels; in texts of old fonts (TCVN3, VNI), saved as windows-1252 is, the same bytes are letters that
 * mostly follow consonants ("vÒ", "Bình"). Those are left in windows-1252, in which the reader knows old fonts.
 */
export function eightBitEncoding(bytes: Uint8Array): TextEncoding {
  let sound = 0;
  let unsound = 0;
  let strokes = 0;
  let previous = 0;
  for (const byte of bytes) {
    if (byte === D_WITH_STROKE) strokes += 1;
    else if (TONES.has(byte)) {
      if (VOWELS.has(previous)) sound += 1;
      else unsound += 1;
    }
    previous = byte;
  }
  return sound + strokes > 0 && unsound * TONES_A_SLIP <= sound ? 'windows-1258' : 'windows-1252';
}
