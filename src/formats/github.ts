import type { Severity } from '../model/finding.ts';
import { inLocale, type Locale } from '../model/text.ts';
import type { FilewiseFormat } from './filewise.ts';
import { locate } from './report.ts';
import { safeText } from './terminal/safe.ts';

/** Workflow commands of GitHub Actions, which become annotations at the lines of a pull request. */
export function github(locale: Locale): FilewiseFormat {
  return {
    head: '',
    file: (sources, { findings }) => {
      const commands = findings.map((finding) => {
        const { path, line, column, endLine, endColumn } = locate(sources, finding.place);
        // Columns are only understood within one line.
        const columns = endLine === line ? { col: column, endColumn } : {};
        const text = `${inLocale(finding.message, locale)}\n${inLocale(finding.help, locale)}`;
        return command(levels[finding.severity], { file: path, line, endLine, ...columns, title: finding.code }, text);
      });
      return { findings: commands.join('') };
    },
    between: '',
    tail: ({ unread }) =>
      unread.map(({ path, reason }) => command('error', { file: path }, inLocale(reason, locale))).join(''),
  };
}

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeData(text)}\n`;
}

// As GitHub's own toolkit escapes them: a line break would begin a new command.
function escapeData(text: string): string {
  return text
    .split('\n')
    .map((line) => safeText(line).replaceAll('%', '%25'))
    .join('%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
