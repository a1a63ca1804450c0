// npm run bench:sample -- --out FOLDER [--items N] [--seed N] [--plant N] [--type T] [--depth DEPTH] [--round NAME] [--rubric FILE]
//   [--replies FOLDER [--alone]] FOLDER|FILES…: --replies adds what a model found, --alone leaves out what the rules made.
// A sheet of random shown items for a reader who has only the documents, the rubric and the items.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Depth } from '../../lib/core/generation/depth'
import { type RandomSource, seededRandom } from '../../lib/core/shared/random'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { wholeNumber } from './command-line'
import { type Measured, measureDocuments, shownItems } from './documents'
import type { Bookkeeping } from './judgement-files'
import { sheetMarkdown } from './judgement-sheet'
import { type Candidate, inRandomOrder, pickItems, plantFault } from './sampling'

const USAGE =
  'Usage: npm run bench:sample -- --out FOLDER [--items N] [--seed N] [--plant N] [--type T] [--depth DEPTH] FOLDER|FILES…'
const OPTIONS = {
  out: { type: 'string' },
  items: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  plant: { type: 'string', default: '0' },
  type: { type: 'string' },
  depth: { type: 'string', default: 'balanced' },
  round: { type: 'string' },
  rubric: { type: 'string', default: 'bench/judgements/rubric.md' },
  replies: { type: 'string' },
  alone: { type: 'boolean', default: false },
} as const

type Entry = Candidate & { readonly planted: Bookkeeping['items'][number]['planted'] }

const { values, positionals } = readArguments(OPTIONS, USAGE)
const out = values.out ?? stop(USAGE)
const seed = wholeNumber('seed', values.seed, 0)
const random = seededRandom(seed)
const depth = Depth.safeParse(values.depth).data ?? stop(USAGE)
const { replies: folder, alone } = values
const documents = await measureDocuments(positionals, folder ? { folder, depth, alone } : undefined)
const all = documents.flatMap((document) =>
  shownItems(document, depth).map((item) => ({ document: document.label, item })),
)
const candidates = values.type ? all.filter(({ item }) => item.type === values.type) : all
if (candidates.length === 0) stop('No shown item of that kind in these documents.')
const picked = pickItems(candidates, wholeNumber('items', values.items, 1), random)
const faulty = plantAmong(candidates, picked, wholeNumber('plant', values.plant, 0), random)
write(inOrder([...picked.map((candidate) => ({ ...candidate, planted: null })), ...faulty], documents))

/** Faulty copies of items that the sheet does not have, so that no twin gives them away. */
function plantAmong(
  from: readonly Candidate[],
  taken: readonly Candidate[],
  count: number,
  order: RandomSource,
): Entry[] {
  const ids = new Set(taken.map(({ item }) => item.id))
  const free = inRandomOrder(
    from.filter(({ item }) => !ids.has(item.id)),
    order,
  )
  const made = free.flatMap(({ document, item }, n): Entry[] => {
    const source = free.find(
      (candidate, at) => at !== n && candidate.document === document && candidate.item.type === item.type,
    )
    const planted = source ? plantFault(item, source.item) : null
    return planted ? [{ document, item: planted.item, planted: planted.kind }] : []
  })
  if (made.length < count) stop(`Only ${made.length} items are left to plant faults in, not ${count}.`)
  return made.slice(0, count)
}

/** Document by document, in the order of the text, as a teacher would read along. */
function inOrder(entries: readonly Entry[], among: readonly Measured[]): Entry[] {
  return among.flatMap(({ label, generated }) => {
    const place = new Map(generated.items.map(({ id }, n) => [id, n]))
    return entries
      .filter(({ document }) => document === label)
      .sort((left, right) => (place.get(left.item.id) ?? 0) - (place.get(right.item.id) ?? 0))
  })
}

function write(entries: readonly Entry[]): void {
  const reader = join(out, 'reader')
  mkdirSync(reader, { recursive: true })
  const read = documents.filter(({ label }) => entries.some(({ document }) => document === label))
  const given = new Map(
    read.map(({ label, generated }) => [label, { file: `${label}.txt`, text: generated.document.text }]),
  )
  for (const { file, text } of given.values()) writeFileSync(join(reader, file), text)
  const numbered = entries.map((entry, n) => ({ ...entry, number: n + 1 }))
  writeFileSync(join(reader, 'sheet.md'), sheetMarkdown(numbered, given))
  copyFileSync(values.rubric, join(reader, 'rubric.md'))
  const engine = documents[0]?.generated.engine ?? ''
  const kept: Bookkeeping = {
    round: values.round ?? `${engine}-seed-${seed}`,
    engine,
    seed,
    documents: read.map(({ label, generated }) => ({
      label,
      file: join('reader', `${label}.txt`),
      hash: generated.document.hash,
    })),
    items: numbered.map(({ number, document, item, planted }) => ({
      number,
      document,
      itemId: item.id,
      type: item.type,
      planted,
    })),
  }
  writeFileSync(join(out, 'bookkeeping.json'), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${entries.length} items of ${read.length} documents: ${join(reader, 'sheet.md')}`)
}
