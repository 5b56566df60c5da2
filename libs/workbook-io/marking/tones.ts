/** How grave a mark is, the gravest first. What is only `info` gets a note, no colour. */
export const MARK_TONES = ['error', 'question', 'warning', 'info'] as const;
export type MarkTone = (typeof MARK_TONES)[number];

/** Fills that stay legible under black text and differ in lightness too, for who can't tell the hues apart. */
export const TONE_FILLS: Readonly<Record<MarkTone, string | undefined>> = {
  error: 'FFFF9C9C',
  question: 'FFFFD27F',
  warning: 'FFFFF7B2',
  info: undefined,
};

export function gravest(tones: readonly MarkTone[]): MarkTone {
  return MARK_TONES.find((tone) => tones.includes(tone)) ?? 'info';
}
