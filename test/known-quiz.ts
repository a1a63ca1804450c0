import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/core/access/viewer'
import type { Response } from '@/lib/core/grading/response'
import { DeckId, FactId, QuizId } from '@/lib/core/ids'
import { answerQuestion } from '@/lib/data/quizzes/answer-question'
import { startAttempt } from '@/lib/data/quizzes/start-attempt'
import { db } from '@/lib/db'
import { aLearner, NOW } from './factories'

const TEXT =
  'Karakol was founded in 1869. The lake is Issyk-Kul. The rivers are the Naryn and the Chu. The pass is Dolon.'
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
export const choose = (option: string): Response => ({ kind: 'choice', option })
export const type = (...texts: string[]): Response => ({ kind: 'text', texts })

type Row = {
  type: string
  stem: string
  key: string[]
  options?: string[]
  reasons?: Record<string, string>
  facts: number[]
}

const ROWS: Row[] = [
  {
    type: 'choice',
    stem: 'Which town is this?',
    key: ['1869'],
    options: ['1869', '1901', '1848'],
    reasons: { '1901': 'No event stands here.' },
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
const ANSWERS = [/founded in 1869/, /lake is/, /rivers are/, /rivers are/, /pass is/]

/** A deck with known questions, and the quiz of all of them in the order of `ROWS`. */
export async function aKnownQuiz(owner: Viewer, mode: 'practice' | 'test' = 'practice') {
  const documentId = randomUUID()
  await db().document.create({
    data: {
      id: documentId,
      ownerId: owner.learnerId,
      title: 'Lakes',
      text: TEXT,
      hash: documentId,
      language: 'eng',
      blocks: [],
      refused: {},
      engine: 't',
    },
  })
  const factIds: FactId[] = []
  for (const [position, sentence] of ANSWERS.entries()) {
    const start = TEXT.search(sentence)
    const fact = await db().fact.create({
      data: {
        documentId,
        contentKey: `f${position}`,
        position,
        kind: 'name',
        statement: `Fact ${position}`,
        heading: '',
        spans: [{ start, end: start + 10 }],
        engine: 't',
      },
    })
    factIds.push(FactId.parse(fact.id))
  }
  const deck = await db().deck.create({ data: { ownerId: owner.learnerId, documentId, title: 'Lakes' } })
  const quiz = await db().quiz.create({ data: { ownerId: owner.learnerId, deckId: deck.id, title: 'Lakes', mode } })
  for (const [position, row] of ROWS.entries()) await addQuestion(documentId, quiz.id, factIds, position, row)
  return { quizId: QuizId.parse(quiz.id), deckId: DeckId.parse(deck.id), factIds }
}

async function addQuestion(documentId: string, quizId: string, factIds: readonly FactId[], position: number, row: Row) {
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
  const start = TEXT.search(ANSWERS[row.facts[0] ?? 0] ?? /$/)
  const evidence = [{ start, end: start + 16, quote: TEXT.slice(start, start + 16) }]
  const revision = await db().revision.create({
    data: {
      itemId: item.id,
      number: 1,
      stem: row.stem,
      key: row.key,
      options: row.options ?? [],
      accepted: row.key.map(() => []),
      explanation: `Because ${position}.`,
      distractorReasons: row.reasons ?? {},
      evidence,
    },
  })
  await db().quizQuestion.create({ data: { quizId, position, revisionId: revision.id } })
}

export async function aSitting(mode: 'practice' | 'test' = 'practice') {
  const viewer = await aLearner()
  const known = await aKnownQuiz(viewer, mode)
  const started = await startAttempt(viewer, known.quizId, null, NOW)
  if (started.kind !== 'started') throw new Error(started.reason)
  const { attemptId } = started
  const answer = (position: number, response: Response, now = later(1)) =>
    answerQuestion(viewer, { attemptId, position, response }, now)
  const reviews = () => db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })
  return { viewer, ...known, attemptId, answer, reviews }
}
