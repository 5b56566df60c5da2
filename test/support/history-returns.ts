import { Problem } from '@thongvon/platform';
import type { Counts } from '../long/long-run';

/** More left out than this share, and the histories say too little of what they are about. */
const MOST_LEFT_OUT = 0.2;

/**
 * The returns of random histories. One that is asked for its unit, and for nothing else, is left out of its history: amounts may by
 * chance lie a hundred times apart, which only another file settles. How many were is counted, for whoever weighs the result.
 */
export class HistoryReturns {
  private approved = 0;
  private leftOut = 0;

  /** What `approve` gives; undefined where the return is left out. Any other refusal is thrown. */
  async add<T>(approve: () => Promise<T>): Promise<T | undefined> {
    try {
      const given = await approve();
      this.approved++;
      return given;
    } catch (error) {
      if (!isAskedForUnitOnly(error)) throw error;
      this.leftOut++;
      return undefined;
    }
  }

  /** How many counted and how many did not, for `report`. Throws where too many were left out. */
  outcomes(): Counts {
    const { approved, leftOut } = this;
    if (leftOut > MOST_LEFT_OUT * (approved + leftOut))
      throw new Error(
        `${leftOut} of ${approved + leftOut} returns were left out, being asked for their unit`,
      );
    return { 'returns approved': approved, 'returns left out, asked for their unit': leftOut };
  }
}

function isAskedForUnitOnly(error: unknown): boolean {
  if (!(error instanceof Problem) || error.code !== 'RETURN-NEEDS-ATTENTION') return false;
  const findings = error.members['findings'] as readonly { readonly code: string }[];
  return findings.every(({ code }) => code === 'RET-UNIT-SUSPECT');
}
