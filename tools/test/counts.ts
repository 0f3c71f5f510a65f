/** How many tests ended how. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }
export const ONE_PASSED: Counts = { ...NOTHING, passed: 1 }
export const ONE_FAILED: Counts = { ...NOTHING, failed: 1 }

/** All of them together. */
export function total(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed, skipped: sum.skipped + each.skipped }),
    NOTHING,
  )
}

/** "tests: 412 passed, 0 failed", with the skipped ones only when there are some. */
export function printTotal({ passed, failed, skipped }: Counts): string {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** What vitest's JSON reporter writes, as far as we read it. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly VitestFile[]
}

export interface VitestFile {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
}

/** A file that could not even be loaded has no tests in the report, and counts as one that failed. */
export function countsOf(report: VitestReport | undefined, ended: 'well' | 'badly'): Counts {
  if (!report) return ended === 'well' ? NOTHING : ONE_FAILED
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(hasFailed),
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && ended === 'badly' ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function hasFailed({ status }: { readonly status: string }) {
  return status === 'failed'
}
