import { cleanText } from '@thongvon/kernel';
import { saysNothing } from '@thongvon/return-reader';

/** The marks of the five tones; those of ă, â, ê, ô, ơ, ư and đ make other letters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * The key by which a remark of next week is the one of this week: its words. Case, spaces, punctuation, composed or not,
 * the letter that a tone stands on (hoà, hòa) and leading zeros (04 hộ) don't matter. Accents and numbers do: what says
 * something else is proposed anew.
 */
export function remarkKey(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .normalize('NFD')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map((word) => `${word.replace(TONES, '')}${(word.match(TONES) ?? []).join('')}`.replace(/^0+(?=\d)/, ''))
    .join(' ')
    .normalize('NFC');
}

/** What a person says of a remark; `reconsidered` takes a `declined` back. */
export const REMARK_DECISIONS = ['declined', 'reconsidered', 'accepted'] as const;
export type RemarkDecisionType = (typeof REMARK_DECISIONS)[number];

export interface RemarkDecision {
  readonly projectId: string;
  readonly key: string;
  readonly type: RemarkDecisionType;
}

/** What may be said after what was said last. An accepted remark is a blocker, with a life of its own. */
const NEXT: Readonly<Record<RemarkDecisionType | 'none', readonly RemarkDecisionType[]>> = {
  none: ['declined', 'accepted'],
  declined: ['reconsidered', 'accepted'],
  reconsidered: ['declined', 'accepted'],
  accepted: [],
};

/** Whether this may be said after what was said last; undefined: nothing was. */
export const mayFollow = (next: RemarkDecisionType, last: RemarkDecisionType | undefined): boolean =>
  NEXT[last ?? 'none'].includes(next);

/** A remark of a project; `projectId` is null while the project isn't in the register. */
export interface Remark {
  readonly projectId: string | null;
  readonly text: string;
}

/** A text of a project that is a blocker's already, whoever opened it. */
export interface BlockerText {
  readonly projectId: string;
  readonly text: string;
}

/** What is known when remarks are looked at. */
export interface RemarkGround<D extends RemarkDecision> {
  /** In the order in which they were made. */
  readonly decisions: readonly D[];
  readonly blockers: readonly BlockerText[];
}

/** A remark with the decision that stands for it; undefined: a person is still asked. */
export interface WeighedRemark<R extends Remark, D extends RemarkDecision> {
  readonly remark: R;
  readonly decision: D | undefined;
}

/**
 * The remarks that are proposed as blockers or have been decided on, each once per project and key: whatever return they
 * stand in. Left out is what says nothing, and what is a blocker already without a decision.
 */
export function weighRemarks<R extends Remark, D extends RemarkDecision>(
  remarks: readonly R[],
  { decisions, blockers }: RemarkGround<D>,
): WeighedRemark<R, D>[] {
  const standing = new Map(decisions.map((decision) => [keyOf(decision.projectId, decision.key), decision]));
  const known = new Set(blockers.map(({ projectId, text }) => keyOf(projectId, remarkKey(text))));
  const seen = new Set<string>();
  return remarks.flatMap((remark) => {
    const { projectId, text } = remark;
    const words = remarkKey(text);
    if (words === '' || saysNothing(text)) return [];
    // No one has decided on a remark of a project that isn't registered.
    if (projectId === null) return [{ remark, decision: undefined }];
    const key = keyOf(projectId, words);
    if (seen.has(key)) return [];
    seen.add(key);
    const last = standing.get(key);
    const decision = last?.type === 'reconsidered' ? undefined : last;
    return decision === undefined && known.has(key) ? [] : [{ remark, decision }];
  });
}

const keyOf = (projectId: string, key: string): string => `${projectId} ${key}`;
