/** A diagram in a Markdown file. */
interface Fence {
  readonly text: string;
  /** Of the diagram's first line, counted from one. */
  readonly line: number;
}

/** The Mermaid diagrams of a Markdown file: in fences, and in blocks of `:::mermaid`. */
export function mermaidFences(markdown: string): readonly Fence[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', mark, info = ''] =
      /^((?:\s{0,3}>)*\s*)(`{3,}|~{3,}|:{3,})\s*(.*)$/.exec(lines[index] ?? '') ?? [];
    if (mark === undefined) continue;
    const start = index + 1;
    const closing = new RegExp(`^(?:\\s{0,3}>)*\\s*${mark[0] ?? ''}{${mark.length},}\\s*$`);
    index = start;
    while (index < lines.length && !closing.test(lines[index] ?? '')) index += 1;
    if (!/^\{?\.?mermaid\b/i.test(info.trim())) continue;
    const quote = indent.includes('>') ? /^(?:\s{0,3}>)+ ?/ : undefined;
    const text = lines.slice(start, index).map((line) => (quote === undefined ? line : line.replace(quote, '')));
    fences.push({ text: text.join('\n'), line: start + 1 });
  }
  return fences;
}
