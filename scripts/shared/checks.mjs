import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, commands, root } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { countCheck, countVitest, newReportFile } from './test-report.mjs'

/** What `npm run check` and `npm test` have in common: no browser, no database server. */
export async function runChecks(testReport, { isAll = false } = {}) {
  await testReport.step('types', async () =>
    countCheck(await runNode([at('node_modules/typescript/bin/tsc'), '-p', '.'])),
  )
  await testReport.step('lint', async () => countCheck(await biome()))
  await testReport.step('import rules, and a violation of each', checkImports)
  await testReport.step('unused code', async () => countCheck(await runNode([at('node_modules/knip/bin/knip.js')])))
  await testReport.step('unit, property and component tests', () =>
    runVitest('unit', { isAll, projects: ['unit', 'components'] }),
  )
}

// Imported late: what it needs may have been installed by this very run.
const checkImports = async () => (await import('../check-imports.mjs')).checkImports()
const biome = () => runNode([at('node_modules/@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'])

/** Runs projects of the test runner; without `isAll` not what is tagged `long`; with `onlyTag` the files with that tag. */
export async function runVitest(name, { projects = [name], isAll = false, onlyTag, env = {} } = {}) {
  const report = newReportFile(name)
  const filters = [
    ...projects.flatMap((project) => ['--project', project]),
    ...(isAll ? [] : ['--tags-filter', '!long']),
    ...(onlyTag ? filesTagged(onlyTag) : []),
  ]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const options = { show: true, env: { ...process.env, ...env } }
  const { code } = await runNode([commands.vitest, 'run', ...filters, ...reporters], options)
  return countVitest(report, code)
}

// The runner itself would load every file to see its tags.
function filesTagged(tag) {
  const folder = at('lib/data')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
  const tagged = files
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(file, 'utf8').includes(`@module-tag ${tag}`))
  if (tagged.length === 0) throw new Error(`No test is tagged ${tag}.`)
  return tagged.map((file) => file.slice(root.length))
}
