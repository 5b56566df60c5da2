/** Files outside http/ that take or make classes of api-contract, to be given domain types of their own. */
export const API_CLASSES_ELSEWHERE: readonly string[] = [];
