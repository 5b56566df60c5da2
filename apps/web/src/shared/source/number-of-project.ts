/** Which number of which project. */
export interface NumberOfProject {
  readonly projectId: string;
  readonly planYear: number;
  /** The day that the number is shown for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly field: 'planned' | 'disbursed';
}
