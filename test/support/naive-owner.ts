/** A handover: whose it was, to whom, from which day, and which plans say it; none: a person recorded it. */
interface Handed<Office> {
  readonly from: Office;
  readonly to: Office;
  readonly since: string;
  readonly says: Set<string>;
  isOver: boolean;
}

interface Said<Office> {
  readonly id: string;
  readonly number: string | null;
  readonly office: Office | null;
  readonly day: string;
  status: 'approved' | 'superseded' | 'reverted';
  supersededBy: string | null;
}

export interface NaivePlan<Office> {
  readonly id: string;
  readonly number: string;
  readonly day: string;
  readonly owner: Office | null;
  readonly isHandedOver: boolean;
}

/** Whose one project is, by plain lists of what was approved, reverted and changed by a person (docs/adr/0150). */
export class NaiveOwner<Office> {
  private readonly handed: Handed<Office>[] = [];
  private readonly said: Said<Office>[];

  constructor(
    private owner: Office,
    first: string,
  ) {
    this.said = [{ id: first, number: '1', office: null, day: '', status: 'approved', supersededBy: null }];
  }

  /** Those that can be reverted, the first approved first. */
  get returns(): string[] {
    return this.said.flatMap(({ id, status }) => (status === 'reverted' ? [] : [id]));
  }

  holderOn(day: string): Office {
    return this.standing.find(({ since }) => since > day)?.from ?? this.owner;
  }

  mayHandOver(since: string): boolean {
    return this.standing.every((one) => one.since <= since);
  }

  plan({ id, number, day, owner, isHandedOver }: NaivePlan<Office>): void {
    const replaced = this.said.filter((one) => one.number === number && one.status === 'approved');
    const isAsked = owner !== null && owner !== this.holderOn(day) && owner !== this.owner;
    const now = this.owner;
    if (isAsked && isHandedOver) this.handOver(owner, day, id);
    else if (owner !== null)
      this.standing.findLast(({ to, says }) => says.size > 0 && to === (isAsked ? now : owner))?.says.add(id);
    this.said.push({ id, number, office: null, day, status: 'approved', supersededBy: null });
    for (const one of replaced) Object.assign(one, { status: 'superseded', supersededBy: id });
    if (replaced.length > 0) this.settle([]);
  }

  report(id: string, office: Office, day: string): void {
    this.said.push({ id, number: null, office, day, status: 'approved', supersededBy: null });
  }

  person(owner: Office, since: string | undefined): void {
    if (since !== undefined) this.handOver(owner, since, null);
    this.owner = owner;
  }

  revert(id: string): void {
    const one = this.said.find((each) => each.id === id);
    if (one === undefined || one.status === 'reverted') return;
    const heir = one.supersededBy;
    const counted = one.status === 'approved';
    Object.assign(one, { status: 'reverted', supersededBy: null });
    const replaced = this.said.filter(({ supersededBy }) => supersededBy === id);
    for (const each of replaced)
      Object.assign(each, { supersededBy: heir, status: heir === null ? 'approved' : 'superseded' });
    if (counted) this.settle(replaced.map((each) => each.id));
  }

  private get standing(): Handed<Office>[] {
    return this.handed.filter(({ isOver }) => !isOver);
  }

  private handOver(to: Office, day: string, by: string | null): void {
    if (this.owner === to) return;
    const since = this.standing.map((one) => one.since).reduce((a, b) => (a > b ? a : b), day);
    this.handed.push({ from: this.owner, to, since, says: new Set(by === null ? [] : [by]), isOver: false });
    this.owner = to;
  }

  private counts(id: string): boolean {
    return this.said.some((one) => one.id === id && one.status === 'approved');
  }

  private settle(reinstated: readonly string[]): void {
    for (;;) {
      const last = this.standing.at(-1);
      if (last === undefined || last.says.size === 0 || [...last.says].some((id) => this.counts(id))) break;
      const isReported = this.said.some(
        ({ office, day, status }) => status === 'approved' && office === last.to && day >= last.since,
      );
      if (this.owner !== last.to || isReported) break;
      last.isOver = true;
      this.owner = last.from;
    }
    for (const id of reinstated) {
      const own = this.handed.filter(({ says }) => says.has(id));
      const last = own.at(-1);
      if (last !== undefined && own.every(({ isOver }) => isOver) && this.owner === last.from)
        this.handOver(last.to, last.since, id);
    }
  }
}
