import type { Line, Span } from '../letter';

export const plain = (text: string): Span => ({ text });
export const strong = (text: string): Span => ({ text, strong: true });
export const alarm = (text: string): Span => ({ text, strong: true, alarm: true });
export const line = (...spans: readonly (Span | string | null)[]): Line =>
  spans.flatMap((span) =>
    span === null || span === '' ? [] : [typeof span === 'string' ? plain(span) : span],
  );
