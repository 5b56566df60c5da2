import type { BlockerCause } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';
import { CAUSE_PHRASES } from './cause-phrases';

interface Hit {
  readonly cause: BlockerCause;
  readonly start: number;
  readonly end: number;
}

/**
 * The causes that a text's words suggest, in the order in which they stand in it: what people name first is mostly
 * what they mean. Where phrases overlap, the longest counts ("chưa thống nhất đơn giá" is about the price). A person
 * confirms; nothing is decided here. Empty when no phrase is in the text.
 */
export function suggestCauses(text: string): BlockerCause[] {
  const words = ` ${matchKey(text)} `;
  const hits = Object.entries(CAUSE_PHRASES).flatMap(([cause, phrases]) =>
    phrases.flatMap((phrase) => hitsOf(words, cause as BlockerCause, phrase)),
  );
  const longestFirst = hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  for (const hit of longestFirst) {
    if (kept.every(({ start, end }) => hit.end <= start || hit.start >= end)) kept.push(hit);
  }
  return [...new Set(kept.toSorted((a, b) => a.start - b.start).map(({ cause }) => cause))];
}

function hitsOf(words: string, cause: BlockerCause, phrase: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = words.indexOf(` ${phrase} `); at >= 0; at = words.indexOf(` ${phrase} `, at + 1)) {
    hits.push({ cause, start: at + 1, end: at + 1 + phrase.length });
  }
  return hits;
}
