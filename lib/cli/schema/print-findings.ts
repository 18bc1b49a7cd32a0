import type { Severity } from '@/lib/domain/findings/finding';
import type { Json } from '@/lib/domain/schema/json';
import { plainJson, plainLine, plain } from '../plain';
import type { LocatedFinding } from './located-finding';
import { describeLocated, textOf } from './structure-texts';

/** How findings are printed: for people, for programs, and as annotations of a change in GitHub or GitLab. */
export const formats = ['human', 'json', 'github', 'gitlab'] as const;
export type Format = (typeof formats)[number];

/** Findings, what was done, and what was looked at, in one command's words. */
export interface Outcome {
  findings: readonly LocatedFinding[];
  /** Files that were written, from the folder in which the command was called. */
  written?: readonly string[];
  /** What was looked at, for the last line: “78 schemas, 200 versions”. */
  subject: string;
}

/** The whole output of a command, with a line end where it is not empty. */
export function printOutcome(outcome: Outcome, format: Format): string {
  switch (format) {
    case 'json':
      return `${plainJson(toReport(outcome))}\n`;
    case 'github':
      return outcome.findings.map((finding) => `${githubLine(finding)}\n`).join('');
    case 'gitlab':
      return `${plainJson(gitlabReport(outcome.findings))}\n`;
    default:
      return humanText(outcome);
  }
}

function humanText({ findings, written, subject }: Outcome): string {
  const lines: string[] = [];
  for (const file of written ?? []) lines.push(plainLine(`wrote ${file}`));
  for (const finding of findings) {
    const { file, line, column, severity, rule } = finding;
    lines.push(plainLine(`${file}:${line}:${column}: ${severity}: ${describeLocated(finding)} (${rule})`));
  }
  return `${[...lines, plainLine(summaryOf(findings, subject))].join('\n')}\n`;
}

function summaryOf(findings: readonly LocatedFinding[], subject: string): string {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return severity === 'info' ? plural(count, 'hint') : plural(count, severity);
  });
  return `${subject}: ${counts[0]}, ${counts[1]}, ${counts[2]}.`;
}

/** “1 schema”, “2 schemas”. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function toReport({ findings, written, subject }: Outcome): Json {
  const counted = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    subject,
    summary: { errors: counted('error'), warnings: counted('warning'), hints: counted('info') },
    ...(written === undefined ? {} : { written: [...written] }),
    findings: findings.map((finding) => ({
      ...finding,
      message: describeLocated(finding),
      explanation: textOf(finding.rule)?.explanation ?? null,
      source: textOf(finding.rule)?.source ?? null,
    })),
  };
}

const githubCommands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command, which GitHub reads from the output: https://docs.github.com/actions/reference/workflow-commands */
function githubLine(finding: LocatedFinding): string {
  const { file, line, column, rule, severity } = finding;
  const title = textOf(rule)?.title ?? rule;
  const properties = Object.entries({ file, line, col: column, title: `${rule}: ${title}` })
    .map(
      ([key, value]) => `${key}=${githubValue(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
    )
    .join(',');
  return `::${githubCommands[severity]} ${properties}::${githubValue(describeLocated(finding))}`;
}

function githubValue(text: string): string {
  return plain(text).replaceAll('%', '%25');
}

const gitlabSeverities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
function gitlabReport(findings: readonly LocatedFinding[]): Json {
  const told = new Map<string, number>();
  return findings.map((finding) => ({
    description: describeLocated(finding),
    check_name: finding.rule,
    fingerprint: fingerprintOf(finding, told),
    severity: gitlabSeverities[finding.severity],
    location: { path: finding.file, lines: { begin: finding.line } },
  }));
}

/**
 * Stays the same when lines move, so that GitLab tells old findings from new ones. Those that say the same of the same
 * place are counted in `told`, because GitLab shows one finding for each fingerprint.
 */
function fingerprintOf({ file, rule, path, params }: LocatedFinding, told: Map<string, number>): string {
  const content = [file, rule, path, params];
  const key = JSON.stringify(content);
  const before = told.get(key) ?? 0;
  told.set(key, before + 1);
  // Loaded for this format alone: it takes longer than most commands do.
  return process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(before === 0 ? key : JSON.stringify([...content, before]))
    .digest('hex');
}
