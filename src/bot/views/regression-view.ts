/** What came of the regression set, as plain text that fits into one message. Pure. */
import type { RegressionReport } from "../../core/regression-ports.js";
import type { RegressionWords } from "../../i18n/regression-words.js";
import { clipLine } from "./paging.js";

const MAX_FAILURES = 15;
/** Of one failure; UTF-16 units. */
const MAX_LINE = 200;

/** Right and refused of all, then the failures. */
export function renderReport(report: RegressionReport, words: RegressionWords): string {
  const shown = report.failures
    .slice(0, MAX_FAILURES)
    .map((failure) => `· ${clipLine(words.failure(failure), MAX_LINE)}`);
  const left = report.failures.length - shown.length;
  return [words.finished(report), ...shown, ...(left > 0 ? [words.more(left)] : [])].join("\n");
}
