import type { HtmlOptions } from '#conformance/report/html/render.ts';
import type { Report } from '#conformance/report/lines.ts';

/** What a report can become, and the file that it becomes in a folder of reports. */
export const formats = ['junit', 'ctrf', 'sarif', 'markdown', 'badge', 'html'] as const;
export type Format = (typeof formats)[number];

export const reportFile = 'report.jsonl';

export const renderedFiles: Readonly<Record<Format, string>> = {
  junit: 'report.junit.xml',
  ctrf: 'report.ctrf.json',
  sarif: 'report.sarif',
  markdown: 'report.md',
  badge: 'report.badge.json',
  html: 'report.html',
};

/** Each renderer is loaded when it is asked for. */
export async function render(format: Format, report: Report, options: HtmlOptions): Promise<string> {
  switch (format) {
    case 'junit':
      return (await import('#conformance/report/render/junit.ts')).renderJunit(report, options);
    case 'ctrf':
      return (await import('#conformance/report/render/ctrf.ts')).renderCtrf(report, options);
    case 'sarif':
      return (await import('#conformance/report/render/sarif.ts')).renderSarif(report, options);
    case 'markdown':
      return (await import('#conformance/report/render/markdown.ts')).renderMarkdown(report, options);
    case 'badge':
      return (await import('#conformance/report/render/badge.ts')).renderBadge(report);
    case 'html':
      return (await import('#conformance/report/html/render.ts')).renderHtml(report, options);
  }
}
