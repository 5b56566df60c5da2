import {
  AMOUNT_UNITS,
  FIELD_NAMES,
  groupBy,
  type Name,
  PLAN_TYPE_NAMES,
  type PlanType,
  UNIT_NAMES,
} from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { type MessageId, type MessageKind, MESSAGES } from './catalogue';
import { ENGLISH } from './en';
import { VIETNAMESE } from './vi';
import { Tally } from '../evidence/tally';
import type { Finding } from '../model/reading';
import { nameOf, shownValue } from '../sheet/grid';

type Params = Readonly<Record<string, string | number>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
}

/** Where a finding points: a cell, or a whole sheet, or neither for the whole file. */
interface Place {
  readonly sheet?: string;
  readonly cell?: CellModel | undefined;
  /** The cell's name, where the cell itself is empty. */
  readonly at?: { row: number; column: number } | undefined;
}

/** Collects what the checks of one reading say: the findings, in the order in which they are found, and how often they agree. */
export class Findings {
  readonly list: Finding[] = [];
  readonly tally = new Tally();
  private readonly reported = new Set<string>();

  add(id: MessageId, place: Place, params: Params = {}, choices: readonly Choice[] = []): void {
    const { code, severity, asks }: MessageKind = MESSAGES[id];
    const position = place.cell ?? place.at;
    const cell = position ? nameOf(position) : null;
    const value = shownValue(place.cell);
    const filled = { cell: cell ?? '', value: value ?? '', sheet: place.sheet ?? '', ...params };
    const message = fill(VIETNAMESE[id], filled);
    // Of a table that is read as two kinds of return each thing is said once.
    const key = `${code} ${place.sheet ?? ''} ${cell ?? ''} ${message}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    const finding: Finding = {
      code,
      severity,
      sheet: place.sheet ?? null,
      cell,
      value,
      message,
      messageEn: fill(ENGLISH[id], filled),
      ...(asks === undefined ? {} : { asks }),
      ...(choices.length > 0 ? { choices: choices.map((choice) => ({ ...choice })) } : {}),
    };
    MESSAGE_OF.set(finding, id);
    this.list.push(finding);
  }
}

const MESSAGE_OF = new WeakMap<Finding, MessageId>();

/** In which situation a finding was made; undefined for one that was stored, or that a reason has changed. */
export const messageOf = (finding: Finding): MessageId | undefined => MESSAGE_OF.get(finding);

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

/** A wrong file can give tens of thousands of findings; nobody reads, stores or answers more of one kind. */
const MOST_OF_ONE_KIND = 200;

/**
 * At most this many findings of one code and severity; a last one says how many `more` there are, so that counts stay
 * right (`countOfFindings`).
 */
export function capFindings(findings: readonly Finding[]): Finding[] {
  const kinds = groupBy(findings, ({ code, severity }) => `${code} ${severity}`);
  const kept = new Set([...kinds.values()].flatMap((same) => same.slice(0, MOST_OF_ONE_KIND)));
  const summaries = [...kinds.values()].flatMap((same) => {
    const [first] = same;
    const more = same.length - MOST_OF_ONE_KIND;
    return first && more > 0 ? [summaryOf(first, more)] : [];
  });
  return [...findings.filter((finding) => kept.has(finding)), ...summaries];
}

function summaryOf({ code, severity }: Finding, more: number): Finding {
  return {
    code,
    severity,
    sheet: null,
    cell: null,
    value: null,
    message: `Còn ${more} chỗ khác cùng loại ${code}, không liệt kê hết. Hãy xử lý các chỗ trên rồi nộp hoặc đọc lại.`,
    messageEn: `${more} more of ${code} are not listed. Deal with those above, then send or read the file again.`,
    more,
  };
}

/** How many things were found, with those that are only counted. */
export function countOfFindings(findings: readonly Pick<Finding, 'more'>[]): number {
  return findings.reduce((count, { more = 1 }) => count + more, 0);
}

/** "kế hoạch vốn" for `planned`. */
export function fieldName(field: string): Name {
  const names: Readonly<Record<string, Name>> = FIELD_NAMES;
  return names[field] ?? { vi: field, en: field };
}

/** The units as the answers of a question. */
export function unitChoices(): Choice[] {
  return AMOUNT_UNITS.map((unit) => ({
    value: unit,
    label: UNIT_NAMES[unit].vi,
    labelEn: UNIT_NAMES[unit].en,
  }));
}

/** Plan types as the answers of a question. */
export function planTypeChoices(planTypes: readonly PlanType[]): Choice[] {
  return planTypes.map((planType) => {
    const { vi, en } = PLAN_TYPE_NAMES[planType];
    return { value: planType, label: `Là ${vi}`, labelEn: `It is ${en}` };
  });
}
