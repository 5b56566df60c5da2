import type { ReckoningView } from '@thongvon/api-contract';

type Days = Pick<ReckoningView, 'week' | 'businessDay' | 'asOf'>;

/** The days that a number reckons on, in one word: week (frozen only), business day, day of the figures. */
export const reckoningKey = ({ week, businessDay, asOf }: Days): string =>
  `${week ?? ''}/${businessDay}/${asOf ?? ''}`;

/**
 * Attributes of an element whose text is one number with a name. No number of one name may have two values for the same
 * reckoning, on whatever page (contract, section 2); test/browser/labelled-numbers.spec.ts collects them all.
 */
export const figureMark = (name: string, reckoning: Days | undefined) =>
  reckoning === undefined ? {} : { 'data-figure': name, 'data-reckoning': reckoningKey(reckoning) };
