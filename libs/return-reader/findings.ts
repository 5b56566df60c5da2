import type { CellModel } from '@thongvon/workbook-io';
import type { Finding } from './reading';
import { MESSAGES, type MessageId, type MessageKind } from './messages/catalogue';
import { VIETNAMESE } from './messages/vi';
import { ENGLISH } from './messages/en';
import { nameOf, shownValue } from './sheet/grid';

export type Params = Readonly<Record<string, string | number>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
}

/** Where a finding points: a cell, or a whole sheet, or neither for the whole file. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: CellModel | undefined;
  /** The cell's name, where the cell itself is empty. */
  readonly at?: { row: number; column: number } | undefined;
}

/** Collects the findings of one reading, in the order in which they are found. */
export class Findings {
  readonly list: Finding[] = [];
  private readonly reported = new Set<string>();

  add(id: MessageId, place: Place, params: Params = {}, choices: readonly Choice[] = []): void {
    const { code, severity, asks }: MessageKind = MESSAGES[id];
    const position = place.cell ?? place.at;
    const cell = position ? nameOf(position) : null;
    const value = shownValue(place.cell);
    const filled = { cell: cell ?? '', value: value ?? '', sheet: place.sheet ?? '', ...params };
    const message = fill(VIETNAMESE[id], filled);
    // A table that is read as two kinds of return is reported of its rows once.
    const key = `${code} ${place.sheet ?? ''} ${cell ?? ''} ${message}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.list.push({
      code,
      severity,
      sheet: place.sheet ?? null,
      cell,
      value,
      message,
      messageEn: fill(ENGLISH[id], filled),
      ...(asks === undefined ? {} : { asks }),
      ...(choices.length > 0 ? { choices: choices.map((choice) => ({ ...choice })) } : {}),
    });
  }
}

/** A finding about the whole file, made without reading it. */
export function findingOf(id: MessageId, params: Params = {}): Finding {
  const findings = new Findings();
  findings.add(id, {}, params);
  const [finding] = findings.list;
  if (!finding) throw new Error('a finding was just added');
  return finding;
}

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
