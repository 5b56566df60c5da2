import { Problem } from '../api/problem';

/** What came of doing the same to several things. */
interface OneByOne<T> {
  readonly done: number;
  readonly refused: readonly { readonly item: T; readonly problem: Problem }[];
}

/** One after the other; a refusal doesn't hold up the rest. Rejects for what is no refusal of the API. */
export async function oneByOne<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
): Promise<OneByOne<T>> {
  const refused: OneByOne<T>['refused'][number][] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ item, problem: error });
    }
  }
  return { done: items.length - refused.length, refused };
}
