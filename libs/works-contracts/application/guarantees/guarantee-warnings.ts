import type { PlainDate } from '@thongvon/kernel';

/** From when on a guarantee that ends is spoken of. Who watches guarantees provides it. */
export abstract class GuaranteeWarnings {
  /** Days before the end, by office, as in force `on` that day; an office without the warning has none. */
  abstract daysBefore(on: PlainDate, offices: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
