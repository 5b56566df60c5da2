/** Half of a surrogate pair: JavaScript holds it, UTF-8 doesn't. */
const HALF = /\p{Surrogate}/u;

/** PostgreSQL holds neither U+0000 nor halves of surrogate pairs, in text as little as in jsonb. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && !HALF.test(text);
}

/** Paths of at most `most` texts in `value` that the database can't hold; also of names of fields. */
export function unstorableFields(value: unknown, most: number): string[] {
  const found: string[] = [];
  const look = (part: unknown, path: string): void => {
    if (found.length >= most) return;
    if (typeof part === 'string') {
      if (!isStorable(part)) found.push(path);
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        if (!isStorable(name)) found.push(path);
        else look(inner, path === '' ? name : `${path}.${name}`);
      }
    }
  };
  look(value, '');
  return found;
}
