import { existsSync, readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { seconds } from './log.mjs'
import { at } from './paths.mjs'

/** Sums what the steps of a run found, and prints each as it ends. A check counts as one test. */
export function createTestReport() {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const lines = []
  const failures = []

  async function step(name, work) {
    console.log(`\n▸ ${name}`)
    const since = performance.now()
    const result = { passed: 0, failed: 0, skipped: 0, ...(await work().catch(failed)) }
    for (const key of Object.keys(total)) total[key] += result[key]
    failures.push(...(result.failures ?? []).map((failure) => `✗ ${name}: ${failure}`))
    const mark = result.failed > 0 ? '✗' : '✓'
    lines.push(`${mark} ${name.padEnd(34)} ${counts(result).padEnd(36)} ${seconds(since)}`)
    console.log(lines.at(-1))
    return result
  }

  /**
   * Every failure is repeated here: of a long output often only the end is kept.
   * The last line is read by machines: exactly `N passed, N failed, N skipped`.
   */
  function close() {
    console.log(`\n${[...lines, ...failures].join('\n')}\n`)
    console.log(counts(total))
    return total.failed > 0 || total.passed === 0 ? 1 : 0
  }

  return { step, close }
}

function failed(error) {
  console.log(error)
  return { failed: 1, failures: [shortened(String(error))] }
}

const counts = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/** A check passes or fails as a whole; its output is shown when it fails. */
export function countCheck({ code, output }) {
  if (code === 0) return { passed: 1 }
  console.log(output.trim())
  return { failed: 1, failures: [shortened(output.trim())] }
}

/** Where a test runner writes its report; an old one is removed, so that none is counted twice. */
export function newReportFile(name) {
  const path = at('.build/reports', `${name}.json`)
  rmSync(path, { force: true })
  return path
}

export function countVitest(path, code) {
  return atLeastOneFailure(code, path, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOfFile),
  }))
}

// A file that does not load has a message of its own and no tests.
function failuresOfFile({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  const failures = failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`)
  return (failures.length === 0 && message ? [message] : failures).map((failure) => `${name}: ${shortened(failure)}`)
}

// As much as says what was expected and what came; the whole stands above, where the test failed.
const shortened = (failure) => stripVTControlCharacters(failure).split('\n').slice(0, 30).join('\n').slice(0, 3000)

export function countPlaywright(path, code) {
  return atLeastOneFailure(code, path, ({ stats, errors, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap(failuresOfSuite), ...errors.map(({ message }) => shortened(message))],
  }))
}

const failuresOfSuite = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(failuresOfSuite),
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => `${file}: ${title}\n${shortened(messagesOf(tests))}`),
]
const messagesOf = (tests) =>
  tests
    .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
    .map(({ message }) => message)
    .join('\n')

// A runner that fails without a failed test (a file that does not load, a crash) has failed all the same.
function atLeastOneFailure(code, path, read) {
  const counted = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : {}
  return code !== 0 && !counted.failed ? { ...counted, failed: 1 } : counted
}
