// npm run bench:engine -- [FOLDER|FILES…] [--facts FILE --recall SCRIPT] [--questions] [--failures]
//   [--replies FOLDER [--depth DEPTH] [--alone]]: adds what a model found; --alone leaves out what the rules made.
// --failures lists every failing item and every missed answer.
// What the engine makes of documents: yield, spread, refusals, the checks that a machine can make, and blind strategies.
import { Depth } from '../../lib/core/generation/depth'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { measureDocuments } from './documents'
import { stageTable } from './model-stages'
import { blindTable, checkTable, missedAnswers, reasonTable, refusalTable, typeTable, yieldTable } from './tables'

const USAGE = 'Usage: npm run bench:engine -- [FOLDER|FILES…] [--facts FILE --recall SCRIPT] [--questions] [--failures]'
const OPTIONS = {
  facts: { type: 'string' },
  recall: { type: 'string' },
  questions: { type: 'boolean', default: false },
  failures: { type: 'boolean', default: false },
  replies: { type: 'string' },
  depth: { type: 'string', default: 'balanced' },
  alone: { type: 'boolean', default: false },
} as const

const { values, positionals } = readArguments(OPTIONS, USAGE)
const { facts, recall, questions } = values
if (Boolean(facts) !== Boolean(recall)) stop(`--facts and --recall belong together. ${USAGE}`)
const depth = Depth.safeParse(values.depth).data ?? stop(USAGE)
const { replies: folder, alone } = values
const replies = folder ? { folder, depth, alone } : undefined
const documents = await measureDocuments(positionals, replies)
const engine = documents[0]?.generated.engine ?? ''
console.log(`# Engine ${engine}, ${documents.length} documents

Shown: at once, without review by an author (tier A). Facts: those that shown items ask. Proving: the share of the
text, headings aside, that proves some shown item.

${yieldTable(documents, { facts, recall, questions })}

## Items by type (shown + needing review)

${typeTable(documents)}

## Refused, by reason

${refusalTable(documents)}

## Checks of shown items

${checkTable(documents, values.failures)}

${reasonTable(documents)}

## Blind strategies

Points above chance over all documents together; p two-sided by the exact test, corrected for all strategies (Holm).

${blindTable(documents)}`)

if (replies) console.log(`\n## Stages of the model\n\n${stageTable(documents, replies)}`)
if (questions && values.failures) console.log(`\n## Answers of people that no item asks\n\n${missedAnswers(documents)}`)
