import { findBrowser } from './find-browser.mjs'
import { log } from './log.mjs'
import { commands } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { countPlaywright, newReportFile } from './test-report.mjs'

/**
 * The promises of e2e/ in a real Chromium, against the production build; without `isAll` not those tagged `@long`.
 * `args` go to Playwright (`e2e/NAME`, `-g …`).
 */
export async function runEndToEnd(args = [], { isAll = true } = {}) {
  const browser = await findBrowser()
  if (!browser) {
    log('No Chromium: set CHROMIUM_PATH, or install one (`npx playwright install chromium`).')
    return { failed: 1 }
  }
  log(`Chromium ${browser.found}: ${browser.path}`)
  const report = newReportFile('e2e')
  const env = {
    ...process.env,
    CHROMIUM_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const selection = isAll ? args : ['--grep-invert', '@long', ...args]
  const { code } = await runNode([commands.playwright, 'test', '--reporter=list,json', ...selection], {
    show: true,
    env,
  })
  return countPlaywright(report, code)
}
