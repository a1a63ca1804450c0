// The import rules: dependency-cruiser on this project, then on small ones in which each rule is broken once.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix, relative, sep } from 'node:path'
import swc from '@swc/core'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { plantedViolations } from '../test/planted-import-violations.mjs'
import { at } from './shared/paths.mjs'

// dependency-cruiser parses TypeScript with swc, but does not tell it when a file holds JSX.
const { parseFileSync } = swc
let readTypes = true
swc.parseFileSync = (file, options) => {
  const { body, ...tree } = parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
  return { ...tree, body: readTypes ? body : body.filter(({ typeOnly }) => !typeOnly) }
}
const { cruise } = await import('dependency-cruiser')

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
// Types leave nothing in a bundle, so imports of types are free for these rules.
const AT_RUN_TIME = ['components-stay-light', 'components-know-types-of-data']
const FOLDERS = ['app', 'components', 'lib', 'i18n']
const FILES = ['proxy.ts'].filter((file) => existsSync(at(file)))

/** Prints each violation, each uncruised file and each rule that found nothing; each rule and each planted violation count one. */
export async function checkImports() {
  const real = await cruiseFolders(at('.'), [...FOLDERS, ...FILES])
  const failures = [...brokenRules(real), ...uncruised(real), ...unbroken()]
  let passed = forbidden.length - new Set(brokenRules(real).map((line) => line.split(':')[0])).size
  for (const planted of plantedViolations) {
    const complaint = await complaintAbout(planted)
    if (complaint) failures.push(complaint)
    else passed += 1
  }
  rmSync(at('.build/import-violations'), { recursive: true, force: true })
  for (const line of failures) console.log(`  ${line}`)
  console.log(`  ${real.modules.length} modules cruised, ${plantedViolations.length} violations planted`)
  return { passed, failed: failures.length }
}

/** Every rule with all imports, types among them; the rules of `AT_RUN_TIME` without types. */
async function cruiseFolders(baseDir, folders) {
  const isAtRunTime = ({ name }) => AT_RUN_TIME.includes(name)
  const all = await cruiseWith(
    true,
    baseDir,
    folders,
    forbidden.filter((rule) => !isAtRunTime(rule)),
  )
  const atRunTime = await cruiseWith(false, baseDir, folders, forbidden.filter(isAtRunTime))
  return { modules: all.modules, violations: [...all.summary.violations, ...atRunTime.summary.violations] }
}

async function cruiseWith(types, baseDir, folders, rules) {
  readTypes = types
  const settings = { ...options, baseDir, ruleSet: { forbidden: rules }, validate: true }
  const typescript = { tsConfig: extractTsConfig(at('tsconfig.json')) }
  const { output } = await cruise(folders, settings, options.enhancedResolveOptions, typescript)
  return output
}

const brokenRules = ({ violations }) => violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

// A cruise that saw nothing finds nothing: every file of the project must have been read.
function uncruised({ modules }) {
  const seen = new Set(modules.map(({ source }) => source))
  return FOLDERS.flatMap(sourcesIn)
    .filter((file) => !seen.has(file))
    .map((file) => `not cruised: ${file}`)
}

function sourcesIn(folder) {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d|\.test)\.tsx?$/.test(entry.name))
    .map((entry) => relative(at('.'), join(entry.parentPath, entry.name)).split(sep).join(posix.sep))
    .filter((file) => !file.startsWith('lib/generated/'))
}

function unbroken() {
  const broken = new Set(plantedViolations.map(({ rule }) => rule))
  return forbidden.filter(({ name }) => !broken.has(name)).map(({ name }) => `no violation planted for ${name}`)
}

async function complaintAbout({ rule, from, to }) {
  const project = at(
    '.build/import-violations',
    `${rule}-${plantedViolations.findIndex((planted) => planted.from === from && planted.to === to)}`,
  )
  build(project, from, to)
  const { violations } = await cruiseFolders(project, [posix.dirname(from).split('/')[0]])
  const rules = [...new Set(violations.map((violation) => violation.rule.name))]
  return rules.join() === rule ? null : `${rule} should be broken by ${from} → ${to}; broken: ${rules.join() || 'none'}`
}

function build(project, from, to) {
  const ours = to?.startsWith('.')
  const specifier = ours ? relativeSpecifier(from, to) : to
  plant(project, from, specifier ? `import '${specifier}'\n` : 'export {}\n')
  const target = ours && `${posix.normalize(to)}.ts`
  // The neighbour imports something harmless, so that only the planted violation is one.
  if (target && target !== from && !to.endsWith('/nowhere')) plant(project, target, '')
}

function relativeSpecifier(from, to) {
  const path = posix.relative(posix.dirname(from), posix.normalize(to))
  return path.startsWith('.') ? path : `./${path}`
}

function plant(project, file, text) {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), text)
}
