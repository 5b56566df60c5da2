/** What of `expected` isn't in `actual`, by path. Objects need the named keys; every item of a list needs a match. */
export function missingFrom(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: no list`];
    return expected.flatMap((item: unknown, i) =>
      actual.some((candidate) => missingFrom(candidate, item).length === 0)
        ? []
        : [`${path}[${i}]: ${JSON.stringify(item)}`],
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: no object`];
    const record = actual as Record<string, unknown>;
    return Object.entries(expected).flatMap(([key, value]) =>
      missingFrom(record[key], value, `${path}.${key}`),
    );
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
