import { l10n } from 'vscode';
import type { Filter, GroupNames, Grouping } from './nodes.ts';

/** What the view can be ordered by. */
export function groupingLabels(): Readonly<Record<Grouping, string>> {
  return {
    journey: l10n.t('By journey'),
    persona: l10n.t('By persona'),
    channel: l10n.t('By channel'),
    owner: l10n.t('By owner'),
    cause: l10n.t('By cause of friction'),
  };
}

export function filterLabels(): Readonly<Record<Filter, string>> {
  return {
    all: l10n.t('Everything'),
    findings: l10n.t('Only what has findings'),
    problems: l10n.t('Only errors and warnings'),
  };
}

export function groupNames(): GroupNames {
  return {
    noOwner: l10n.t('Without owner'),
    causes: {
      empowerment: l10n.t('Lack of empowerment'),
      duration: l10n.t('Long or uncertain waits'),
      identity: l10n.t('Not recognised'),
      transparency: l10n.t('Lack of transparency'),
      consistency: l10n.t('Lack of consistency'),
      other: l10n.t('Other'),
    },
  };
}
