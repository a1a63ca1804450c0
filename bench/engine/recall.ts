import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { readItem, type WrittenItem } from '../../lib/core/item/item'
import { generatedJson } from '../../lib/export-formats/write-generated'
import { stop } from '../../scripts/shared/command-line'
import { besideDocument, type Measured, shownItems } from './documents'
import { parsed } from './judgement-files'
import { saysInARow } from './words'

/**
 * What a measuring script outside the project says of how many listed facts the shown items ask, as "104/127"; null for a
 * document that the list is not of. A list is of the document whose label its file is named for.
 */
export function recallOf(document: Measured, facts: string, script: string): string | null {
  if (basename(facts, '.json') !== document.label) return null
  for (const path of [facts, script]) if (!existsSync(path)) stop(`${path} is not there.`)
  const { generated } = document
  const folder = mkdtempSync(join(tmpdir(), 'bilim-recall-'))
  const file = join(folder, 'generated.json')
  writeFileSync(
    file,
    generatedJson({
      ...generated,
      items: generated.items.map(({ finder, score, doubts, ...item }) => ({
        ...readItem(item),
        finder,
        score,
        doubts,
      })),
    }),
  )
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, file, facts], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const found = /^(\d+\/\d+)/.exec(stdout)?.[1]
  return status === 0 && found ? found : stop(`${script} gave no count: ${stderr.trim().split('\n').at(-1) ?? stdout}`)
}

const HumanQuestions = z.array(z.object({ q: z.string(), a: z.string().trim().min(1) }))

/** Of the answers that people asked for, how many some shown item asks. */
export type Asked = {
  readonly answers: number
  /** The key has it. */
  readonly byKey: number
  /** Key or stem has it. */
  readonly byItem: number
  readonly missed: readonly string[]
}

/** Null for a document that has no questions of people beside it. */
export function answersAsked(document: Measured): Asked | null {
  const path = besideDocument(document, '.human-questions.json')
  if (!existsSync(path)) return null
  const questions = parsed(HumanQuestions, readFileSync(path, 'utf8'))
  if (!questions.ok) return stop(`${path} ${questions.line}`)
  const answers = questions.value.map(({ a }) => a.replace(/^(?:the|an?)\s+/i, ''))
  const items = shownItems(document)
  const at = (answer: string) =>
    items.filter((item) => provedAt(item, placesOf(answer, document.generated.document.text)))
  const byKey = answers.filter((answer) => at(answer).some(({ key }) => key.some((entry) => saysInARow(entry, answer))))
  const byItem = answers.filter((answer) =>
    at(answer).some(({ stem, key }) => [filled(stem, key), ...key].some((entry) => saysInARow(entry, answer))),
  )
  return {
    answers: answers.length,
    byKey: byKey.length,
    byItem: byItem.length,
    missed: answers.filter((answer) => !byItem.includes(answer)),
  }
}

/** A stem with its gaps filled: an answer may be a gap and the words beside it. */
function filled(stem: string, key: readonly string[]): string {
  const entries = [...key]
  return stem.replace(/_{3,}/g, (gap) => entries.shift() ?? gap)
}

type Place = readonly [start: number, end: number]

/** The file says no place: wherever the text has the answer may be the one. */
function placesOf(answer: string, text: string): Place[] {
  const words = answer.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const pattern = new RegExp(words.join('[^\\p{L}\\p{N}]+'), 'giu')
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])
}

const provedAt = ({ evidence }: WrittenItem, places: readonly Place[]): boolean =>
  evidence.some(({ start, end }) => places.some(([from, to]) => start < to && from < end))
