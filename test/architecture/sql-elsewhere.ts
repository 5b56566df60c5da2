/** Files with SQL outside persistence/, to be taken apart: a rule and its statements stand in one file. None is left. */
export const SQL_ELSEWHERE: readonly string[] = [];
