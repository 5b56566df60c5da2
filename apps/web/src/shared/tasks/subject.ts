/** What a task is about, as far as it is known where it is given. */
export interface TaskSubject {
  readonly projectId?: string;
  readonly blockerId?: string;
  /** The office that must act, where it is known: it is proposed. */
  readonly organizationId?: string;
  /** What is called so: the project's name. */
  readonly about?: string;
  /** What is proposed to be done. */
  readonly what?: string;
  /** By when, where it is known. */
  readonly due?: string;
  /** Who in the office, by role, where it is known. */
  readonly person?: string;
}
