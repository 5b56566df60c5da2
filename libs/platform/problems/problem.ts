/** Something a caller can mend, reported as RFC 9457 by the API. The code is stable; texts are Vietnamese first. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503,
    readonly code: string,
    readonly detail: string,
    readonly detailEn: string,
    /** Further members of the problem document. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detailEn}`);
  }
}

/** 422 DATE-IN-FUTURE: `field` holds a day on which what was done can't have been done yet. */
export function dateInFuture(field: string): Problem {
  return new Problem(
    422,
    'DATE-IN-FUTURE',
    'Ngày này chưa đến; hãy ghi ngày đã thực hiện.',
    'This day has not come yet; give the day on which it was done.',
    { field },
  );
}

/** 422 NOTHING-TO-CHANGE: the request says nothing of what could be set. */
export function nothingToChange(): Problem {
  return new Problem(422, 'NOTHING-TO-CHANGE', 'Chưa có gì để thay đổi.', 'There is nothing to change.');
}
