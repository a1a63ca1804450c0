// npm run bench:record -- --sheet FOLDER --answers FILE --reader NAME [--date YYYY-MM-DD] [--again]
// What a reader handed back, joined with the bookkeeping of its sheet and kept in bench/judgements/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { Answers, Bookkeeping, parsed, Reading } from './judgement-files'
import { copiedWords } from './words'

const USAGE = 'Usage: npm run bench:record -- --sheet FOLDER --answers FILE --reader NAME [--date YYYY-MM-DD] [--again]'
const OPTIONS = {
  sheet: { type: 'string' },
  answers: { type: 'string' },
  reader: { type: 'string' },
  date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  again: { type: 'boolean', default: false },
  out: { type: 'string', default: 'bench/judgements' },
} as const

const { values } = readArguments(OPTIONS, USAGE)
const folder = values.sheet ?? stop(USAGE)
const answersFile = values.answers ?? stop(USAGE)
const reader = values.reader ?? stop(USAGE)
const sheet = readJson(Bookkeeping, join(folder, 'bookkeeping.json'))
const answers = readJson(Answers, answersFile)
demandComplete()
demandOwnWords()
keep()

function readJson<T>(schema: z.ZodType<T>, path: string): T {
  if (!existsSync(path)) return stop(`${path} is not there.`)
  const result = parsed(schema, readFileSync(path, 'utf8'))
  return result.ok ? result.value : stop(`${path} ${result.line}`)
}

function demandComplete(): void {
  const wanted = new Set(sheet.items.map(({ number }) => number))
  const given = new Set<number>()
  for (const { number } of answers) {
    if (!wanted.has(number)) stop(`${answersFile} judges ${number}, which the sheet does not have.`)
    if (given.has(number)) stop(`${answersFile} judges ${number} twice.`)
    given.add(number)
  }
  const missing = [...wanted].filter((number) => !given.has(number))
  if (missing.length > 0) stop(`${answersFile} leaves out ${missing.join(', ')}.`)
}

/** The documents are other people's: no run of their words may come into the project with a reason. */
function demandOwnWords(): void {
  const texts = sheet.documents.map(({ file }) => readFileSync(join(folder, file), 'utf8'))
  for (const answer of answers) {
    const copied = answer.verdict === 'bad' ? copiedWords(answer.reason, texts) : null
    if (copied) stop(`${answersFile} copies the document in the reason of ${answer.number}: “${copied}”.`)
  }
}

function keep(): void {
  const byNumber = new Map(answers.map((answer) => [answer.number, answer]))
  const reading: Reading = { ...headOf(), judgements: [], planted: [] }
  for (const { number, document, itemId, type, planted } of sheet.items) {
    const answer = byNumber.get(number)
    if (!answer) continue
    if (planted) reading.planted.push({ kind: planted, caught: answer.verdict === 'bad' })
    else if (answer.verdict === 'good') reading.judgements.push({ document, itemId, type, verdict: 'good' })
    else {
      const { failedCheck, reason } = answer
      reading.judgements.push({ document, itemId, type, verdict: 'bad', failedCheck, reason })
    }
  }
  const checked = parsed(Reading, JSON.stringify(reading))
  if (!checked.ok) stop(`The reading ${checked.line}`)
  const path = join(values.out, `${[values.date, sheet.round, reader].map(plain).join('_')}.json`)
  if (existsSync(path)) stop(`${path} is there already: a reading is never overwritten.`)
  writeFileSync(path, `${JSON.stringify(reading, null, 2)}\n`)
  console.log(`${reading.judgements.length} judgements in ${path}`)
}

function headOf() {
  const reading = values.again ? ('again' as const) : ('first' as const)
  return { round: sheet.round, engine: sheet.engine, date: values.date, reader, reading }
}

function plain(part: string): string {
  return part.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
}
