import { Problem } from '../problems/problem';

/** The opaque text that says after which sort key the next page starts. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor of `length` parts. Throws the problem CURSOR-INVALID. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  if (!isKey(key) || key.length !== length) throw cursorInvalid();
  return key;
}

export function cursorInvalid(): Problem {
  return new Problem(
    400,
    'CURSOR-INVALID',
    'Con trỏ trang (cursor) không đúng; hãy dùng nextCursor của trang trước hoặc bỏ trống để bắt đầu lại.',
    'The cursor is not one of this list; use nextCursor of the page before, or leave it out to start again.',
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKey(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}
