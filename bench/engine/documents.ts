import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { addFound } from '../../lib/core/generation/add-found'
import { type Depth, isWithin, type Place, rankGenerated } from '../../lib/core/generation/depth'
import type { Generated, GeneratedItem } from '../../lib/core/generation/generated'
import { generate } from '../../lib/core/generation/rules/generate'
import { type WrittenItem, writeItem } from '../../lib/core/item/item'
import { countWords } from '../../lib/core/shared/count-words'
import { readDocument } from '../../lib/import-formats/read-document'
import { findRecorded } from '../../lib/model/recorded-replies'
import { stop } from '../../scripts/shared/command-line'

type MeasuredItem = WrittenItem & Pick<GeneratedItem, 'finder' | 'score' | 'doubts'> & { readonly place: Place }

/** A document with all that the engine makes of it, and how long that took. */
export type Measured = {
  /** The file's name without folder and ending: what judgements call it. */
  readonly label: string
  readonly path: string
  readonly words: number
  readonly milliseconds: number
  readonly generated: Omit<Generated, 'items'> & { readonly items: readonly MeasuredItem[] }
}

const READABLE = new Set(['.txt', '.md'])
const DEFAULT_FOLDER = 'content'

/** Recorded replies of a model to requests of a depth; `alone` leaves the items of the rules out. */
export type Replies = { readonly folder: string; readonly depth: Depth; readonly alone: boolean }

/** The documents of folders and files, in the order of their labels; those that ship with the app when none is named. */
export async function measureDocuments(named: readonly string[], replies?: Replies): Promise<Measured[]> {
  const paths = (named.length > 0 ? named : [DEFAULT_FOLDER]).flatMap(filesOf)
  if (paths.length === 0) stop(`No .txt or .md file in ${named.join(', ')}.`)
  warmUp()
  const documents: Measured[] = []
  for (const path of paths) documents.push(await measure(path, replies))
  const labels = documents.map(({ label }) => label)
  const twice = labels.find((label, n) => labels.indexOf(label) !== n)
  if (twice) stop(`Two documents are called “${twice}”: a label is to name one.`)
  return documents.sort((left, right) => (left.label < right.label ? -1 : 1))
}

/** Shown to learners of a deck of this depth at once, without review by an author. */
export const shownItems = ({ generated }: Measured, depth: Depth = 'balanced'): WrittenItem[] =>
  generated.items.filter(({ tier, place }) => tier === 'A' && isWithin(place, depth))

/** The file beside the document that has its label: `kenya.txt` → `kenya.human-questions.json`. */
export const besideDocument = ({ path, label }: Measured, ending: string): string =>
  join(dirname(path), `${label}${ending}`)

function filesOf(path: string): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
  if (isFolder === undefined) return stop(`${path} is not there.`)
  if (!isFolder) return [path]
  return readdirSync(path)
    .filter((name) => READABLE.has(extname(name)) && !/^(?:SOURCES|README)\./.test(name))
    .map((name) => join(path, name))
}

// The first generation loads the models of the language; its time is nobody’s.
function warmUp(): void {
  generate({ title: null, text: 'The harbour of Oslo was opened in 1891 by a Danish engineer.', format: 'txt' })
}

async function measure(path: string, replies: Replies | undefined): Promise<Measured> {
  const read = await readDocument({ kind: 'bytes', bytes: readFileSync(path), fileName: basename(path) })
  if (read.kind === 'rejected') return stop(`${path} cannot be read: ${read.reason}.`)
  const since = performance.now()
  const ruled = generate(read)
  const milliseconds = performance.now() - since
  const made = replies ? await withReplies(ruled, replies, path) : ruled
  const places = rankGenerated(made)
  const generated = {
    ...made,
    items: made.items.map(({ finder, score, doubts, ...item }) => {
      const place = places.get(item.id) ?? stop(`${path}: item ${item.id} has no place.`)
      return { ...writeItem(item), finder, score, doubts, place }
    }),
  }
  return {
    label: basename(path, extname(path)),
    path,
    words: countWords(generated.document.text),
    milliseconds,
    generated,
  }
}

async function withReplies(made: Generated, { folder, depth, alone }: Replies, path: string): Promise<Generated> {
  const recorded = await findRecorded(made.document, folder, depth)
  if (recorded.kind === 'incomplete') return stop(`${path}: ${recorded.missing.length} replies are not in ${folder}.`)
  return addFound(alone ? { ...made, facts: [], items: [] } : made, recorded.found)
}
