import { SymbolKind } from 'vscode-languageserver';

/** The kind of symbol that editors have an icon for. */
export function symbolKind(type: string): SymbolKind {
  return KINDS[type] ?? SymbolKind.Property;
}

/** Editors have icons for these alone; each kind of declaration has one of its own as far as they go. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  Journey: SymbolKind.Module,
  Stage: SymbolKind.Namespace,
  Touchpoint: SymbolKind.Event,
  Persona: SymbolKind.Class,
  Segment: SymbolKind.Interface,
  Channel: SymbolKind.Enum,
  System: SymbolKind.Package,
  Team: SymbolKind.Struct,
  Data: SymbolKind.Field,
  Metric: SymbolKind.Number,
  Goal: SymbolKind.Constant,
  Fact: SymbolKind.Constant,
  Emotion: SymbolKind.EnumMember,
  Action: SymbolKind.Method,
  Experiment: SymbolKind.Function,
};
