import type { Caption } from '../header/caption';
import type { CaptionTag } from '../vocabulary/captions';

/** What the first tag of a table says that a caption has. */
export function tagged<T>(caption: Caption, table: readonly (readonly [CaptionTag, T])[]): T | undefined {
  return table.find(([tag]) => caption.tags.has(tag))?.[1];
}

/** What the innermost caption says that says anything. */
export function deepest<T>(
  path: readonly Caption[],
  pick: (caption: Caption) => T | undefined,
): T | undefined {
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const caption = path[i];
    const found = caption && pick(caption);
    if (found !== undefined) return found;
  }
  return undefined;
}
