import type {
  AlertDetailView,
  AlertGroupView,
  AlertNoteView,
  AlertRuleView,
  AlertView,
  RulePreviewView,
} from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { RulePreview } from '../application/evaluate-week';
import type { ExplainedAlert } from '../application/one-alert';
import type { AlertGroup, AlertNote, AlertOnDay } from '../domain/alert';
import type { RuleOnDay } from '../domain/rule-settings';
import { ruleOf } from '../domain/rules';

/** A plain object of the shape that the contract's class describes. */
type ShownAlert = Pick<AlertView, keyof AlertView>;

/** An alert as the API shows it: with the words of its rule, amounts as decimal texts. */
export function toAlertView({ numbers: _, snapshotId: _id, amount, note, ...alert }: AlertOnDay): ShownAlert {
  const { title, basis } = ruleOf(alert.rule);
  return {
    ...alert,
    title: title[0],
    titleEn: title[1],
    basis,
    amount: amount?.toString() ?? null,
    note: note && toNoteView(note),
  };
}

function toNoteView({ at, ...note }: AlertNote): AlertNoteView {
  return { ...note, at: formatInstant(at) };
}

/** An alert with its history and why it is red. */
export function toAlertDetailView({ explanation, history, ...alert }: ExplainedAlert): AlertDetailView {
  const { rule, figures, ...week } = explanation;
  return {
    ...toAlertView(alert),
    explanation: {
      ...week,
      rule: toAlertRuleView(rule),
      figures: figures.map(({ label: [label, labelEn], ...figure }) => ({ label, labelEn, ...figure })),
    },
    history: history.map(({ at, amount, ...moment }) => ({
      ...moment,
      at: formatInstant(at),
      amount: amount?.toString() ?? null,
    })),
  };
}

/** A group of alerts, by the name of its rule where that is what they have in common. */
export function toAlertGroupView(group: AlertGroup): AlertGroupView {
  const [title, titleEn] = group.rule === null ? [null, null] : ruleOf(group.rule).title;
  return { ...group, title, titleEn };
}

/** A rule with what is in force of it, and all that was set on it. */
export function toAlertRuleView({
  rule,
  citation,
  thresholds,
  settings,
  ...inForce
}: RuleOnDay): AlertRuleView {
  const { id, title, basis, subjects, bySource } = rule;
  return {
    ...inForce,
    id,
    title: title[0],
    titleEn: title[1],
    basis,
    citation: citation[0],
    citationEn: citation[1],
    subjects,
    bySource,
    thresholds: thresholds.map(({ label: [label, labelEn], bySource: ofSource = false, ...threshold }) => ({
      ...threshold,
      label,
      labelEn,
      bySource: ofSource,
    })),
    settings: settings.map(({ rule: _, at, ...setting }) => ({ ...setting, at: formatInstant(at) })),
  };
}

/** What a change of a rule would do, in both languages. */
export function toRulePreviewView({ items, ...preview }: RulePreview): RulePreviewView {
  return {
    ...preview,
    items: items.map(({ texts: [text, textEn], ...item }) => ({ ...item, text, textEn })),
  };
}
