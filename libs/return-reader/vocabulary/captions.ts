import { byWords, withAdded } from './added-words';
import { AMOUNTS_CAPTIONS } from './captions-amounts';
import { CLEARANCE_CAPTIONS } from './captions-clearance';
import { IDENTITY_CAPTIONS } from './captions-identity';
import { QUALIFIERS_CAPTIONS } from './captions-qualifiers';

/**
 * Phrases of captions, matched without accents as whole words, the longest first. What a column means follows from
 * the tags of its whole path. Extend the lists; the reader follows.
 */
const CAPTION_PHRASES = {
  ...IDENTITY_CAPTIONS,
  ...AMOUNTS_CAPTIONS,
  ...QUALIFIERS_CAPTIONS,
  ...CLEARANCE_CAPTIONS,
} as const;

/** What a piece of a column's caption can say. */
export type CaptionTag = keyof typeof CAPTION_PHRASES;

/** The phrases by which captions are read now: those above, and those of the installation. */
export const captionPhrases: () => Readonly<Record<CaptionTag, readonly string[]>> = byWords((words) =>
  withAdded(CAPTION_PHRASES, words, 'caption'),
);
