import type { ReckoningView } from '@thongvon/api-contract';

type Value = string | number | null | undefined;

/** Numbers with what they are called, as pages, letters and workbooks show them, by what they reckon on. */
export class LabelledNumbers {
  private readonly seen = new Map<string, Map<string, Set<string>>>();

  /** A number called `label` that was read at `place`. */
  add(
    reckoning: Pick<ReckoningView, 'week' | 'businessDay' | 'asOf'>,
    label: string,
    value: Value,
    place: string,
  ): void {
    const { week, businessDay, asOf } = reckoning;
    const key = `${week === null ? `live on ${businessDay}, figures of ${asOf}` : `week of ${week}`}: ${label}`;
    const values = this.seen.get(key) ?? new Map<string, Set<string>>();
    this.seen.set(key, values);
    const text = value === null || value === undefined ? 'none' : String(value);
    values.set(text, (values.get(text) ?? new Set()).add(place));
  }

  /** Labels that have two values for one reckoning, with where each was read. */
  contradictions(): string[] {
    return [...this.seen].flatMap(([key, values]) =>
      values.size < 2
        ? []
        : [
            `${key}: ${[...values].map(([value, places]) => `${value} (${[...places].join(', ')})`).join(' ≠ ')}`,
          ],
    );
  }

  get size(): number {
    return this.seen.size;
  }
}
