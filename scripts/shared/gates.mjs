import { at, commands } from './paths.mjs'
import { runNode } from './run-command.mjs'
import { countVitest, freshReport, gate } from './tally.mjs'

/** What `npm run check` and `npm test` have in common: no browser, no database server. */
export async function runGates(tally) {
  await tally.step('types', async () => gate(await runNode([at('node_modules/typescript/bin/tsc'), '-p', '.'])))
  await tally.step('lint', async () => gate(await biome()))
  await tally.step('walls, and a breach of each', walls)
  await tally.step('unused code', async () => gate(await runNode([at('node_modules/knip/bin/knip.js')])))
  await tally.step('unit, property and component tests', () => runVitest('unit', ['unit', 'components']))
}

// Imported late: what it needs may have been installed by this very run.
const walls = async () => (await import('../walls.mjs')).checkWalls()
const biome = () => runNode([at('node_modules/@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'])

export async function runVitest(name, projects, env = {}) {
  const report = freshReport(name)
  const args = ['run', ...projects.flatMap((project) => ['--project', project])]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const options = { show: true, env: { ...process.env, ...env } }
  const { code } = await runNode([commands.vitest, ...args, ...reporters], options)
  return countVitest(report, code)
}
