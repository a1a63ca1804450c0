import { randomUUID } from 'node:crypto'
import type { Evidence } from '@/lib/core/document/document'
import { type Response, valuesOf } from '@/lib/core/grading/response'
import { DeckId, FactId, QuizId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { rightResponse, type TypedQuestion, write, wrongOptions } from '@/lib/core/question-types/registry'
import { answerQuestion } from '@/lib/data/quizzes/answer-question'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { db } from '@/lib/db'
import { aRevision } from './an-item-revision'
import { aLearner, NOW } from './factories'
import { refreshDecks } from './refresh-decks'

const KNOWN_TEXT =
  'Karakol was founded in 1869. The lake is Issyk-Kul. The rivers are the Naryn and the Chu. The pass is Dolon.'
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
export const choose = (option: string): Response => ({ kind: 'choice', option })
export const type = (...texts: string[]): Response => ({ kind: 'text', texts })

export type Row = {
  type: string
  stem: string
  key: string[]
  options?: string[]
  reasons?: Record<string, string>
  distractorEvidence?: Record<string, Evidence>
  facts: number[]
}

/** A text, a pattern for the words that state each fact, and the questions on them. */
export type Known = { readonly text: string; readonly facts: readonly RegExp[]; readonly rows: readonly Row[] }

const ROWS: Row[] = [
  {
    type: 'choice',
    stem: 'Which town is this?',
    key: ['1869'],
    options: ['1869', '1901', '1848'],
    reasons: { '1901': 'No event stands here.' },
    distractorEvidence: {
      '1848': { start: KNOWN_TEXT.indexOf('The pass'), end: KNOWN_TEXT.length, quote: 'The pass is Dolon.' },
    },
    facts: [0],
  },
  { type: 'cloze', stem: 'The lake is _____.', key: ['Issyk-Kul'], facts: [1] },
  {
    type: 'multiple',
    stem: 'Which are rivers?',
    key: ['the Naryn', 'the Chu'],
    options: ['the Naryn', 'the Chu', 'the Volga'],
    facts: [2, 3],
  },
  { type: 'true-false', stem: 'The pass is Torugart.', key: ['False'], facts: [4] },
]
const ANSWERS = [
  /Karakol was founded in 1869\./,
  /The lake is Issyk-Kul\./,
  /The rivers are .*?\./,
  /The rivers are .*?\./,
  /The pass is Dolon\./,
]
const KNOWN: Known = { text: KNOWN_TEXT, facts: ANSWERS, rows: ROWS }

/** A deck with known questions, and the quiz of all of them in their order. */
export async function aKnownQuiz(owner: Viewer, mode: 'practice' | 'test' = 'practice', known = KNOWN) {
  const documentId = randomUUID()
  await db().document.create({
    data: {
      id: documentId,
      ownerId: owner.learnerId,
      title: 'Lakes',
      text: known.text,
      hash: documentId,
      language: 'eng',
      blocks: [],
      refused: {},
      engine: 't',
    },
  })
  const factIds: FactId[] = []
  for (const [position, pattern] of known.facts.entries()) {
    const { start, end } = spanOf(known.text, pattern)
    const fact = await db().fact.create({
      data: {
        documentId,
        contentKey: `f${position}`,
        position,
        kind: 'name',
        statement: `Fact ${position}`,
        heading: '',
        spans: [{ start, end }],
        engine: 't',
      },
    })
    factIds.push(FactId.parse(fact.id))
  }
  const deck = await db().deck.create({ data: { ownerId: owner.learnerId, documentId, title: 'Lakes' } })
  const quiz = await db().quiz.create({ data: { ownerId: owner.learnerId, deckId: deck.id, title: 'Lakes', mode } })
  for (const [position, row] of known.rows.entries())
    await addQuestion({ documentId, quizId: quiz.id, factIds, known }, position, row)
  await refreshDecks(documentId)
  return { quizId: QuizId.parse(quiz.id), deckId: DeckId.parse(deck.id), factIds }
}

function spanOf(text: string, pattern: RegExp) {
  const [quote = ''] = pattern.exec(text) ?? []
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

type Place = { documentId: string; quizId: string; factIds: readonly FactId[]; known: Known }

async function addQuestion({ documentId, quizId, factIds, known }: Place, position: number, row: Row) {
  const item = await db().item.create({
    data: {
      documentId,
      contentKey: `i${position}`,
      position,
      type: row.type,
      tier: 'A',
      engine: 't',
      facts: { create: row.facts.map((fact, slot) => ({ slot, factId: factIds[fact] ?? '' })) },
    },
  })
  const evidence = row.facts.map((fact) => spanOf(known.text, known.facts[fact] ?? /$/))
  const revision = await db().revision.create({
    data: {
      itemId: item.id,
      number: 1,
      ...aRevision({ ...row, explanation: `Because ${position}.`, evidence }),
    },
  })
  await db().quizQuestion.create({ data: { quizId, position, revisionId: revision.id } })
}

export async function anAttempt(mode: 'practice' | 'test' = 'practice', known = KNOWN) {
  const viewer = await aLearner()
  const quiz = await aKnownQuiz(viewer, mode, known)
  const started = await startAttempt(viewer, quiz.quizId, null, NOW)
  if (started.kind !== 'started') throw new Error(started.reason)
  const { attemptId } = started
  const answer = (position: number, response: Response, now = later(1)) =>
    answerQuestion(viewer, { attemptId, position, response }, now)
  const reviews = () => db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })
  return { viewer, ...quiz, attemptId, answer, reviews }
}

/** An answer that is not right, whatever the question's type. */
export function wrongResponse(question: TypedQuestion): Response {
  const { options } = write(question)
  const [wrong = ''] = wrongOptions(question)
  const right = rightResponse(question)
  switch (right.kind) {
    case 'text':
      return { kind: 'text', texts: right.texts.map(() => 'zzz') }
    case 'pairs':
      return { kind: 'pairs', chosen: right.chosen.map((entry) => options.find((option) => option !== entry) ?? '') }
    case 'order':
      return {
        kind: 'order',
        entries: orders(options).find((entries) => entries.join() !== valuesOf(right).join()) ?? [],
      }
    case 'multiple':
      return { kind: 'multiple', options: [wrong] }
    case 'choice':
      return { kind: 'choice', option: wrong }
    default:
      return right
  }
}

/** Orders other than the shown one, which would be no answer. */
function orders(shown: readonly string[]): (readonly string[])[] {
  return [shown.toReversed(), [...shown.slice(1), ...shown.slice(0, 1)]]
}
