import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Response } from '@/lib/core/grading/response'
import { FactId } from '@/lib/core/ids'
import { countedRating } from '@/lib/core/memory/scheduling/counted-reviews'
import {
  grade,
  isQuestion,
  isRecognition,
  rightResponse,
  type TypedQuestion,
  write,
} from '@/lib/core/question-types/registry'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'

import type { RandomSource } from '@/lib/core/shared/random'
import type { ShownRevision } from '@/lib/data/decks/shown-items'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Part } from './cast'
import { type Mind, NEW, rate, recalls } from './simulate-study'

export type SimulatedAttempt = {
  readonly attempt: Prisma.AttemptCreateManyInput
  readonly responses: readonly Prisma.ResponseCreateManyInput[]
}
type Given = { quizId: string; assignmentId: string; questions: readonly ShownRevision[] }

const SECOND_MS = 1000

/** One attempt in practice mode: who remembers answers rightly, who does not guesses. Every answer moves the memory. */
export function simulateQuiz(
  mind: Mind,
  part: Part,
  given: Given,
  start: Date,
  random: RandomSource,
): SimulatedAttempt {
  const attemptId = randomUUID()
  const { learnerId } = mind
  let at = start.getTime()
  const responses = given.questions.map((question, position) => {
    const durationMs = Math.round(6 * SECOND_MS + random() * 20 * SECOND_MS)
    at += durationMs
    const answered = answer(mind, part, question, { at: new Date(at), durationMs }, random)
    return { learnerId, attemptId, position, revisionId: question.revision.id, ...answered }
  })
  const points = responses.reduce((sum, response) => sum + response.points, 0)
  const attempt = {
    learnerId,
    id: attemptId,
    quizId: given.quizId,
    assignmentId: given.assignmentId,
    mode: 'practice' as const,
    startedAt: start,
    submittedAt: new Date(at + SECOND_MS),
    points,
    outOf: responses.length,
  }
  return { attempt, responses }
}

function answer(
  mind: Mind,
  part: Part,
  question: ShownRevision,
  when: { at: Date; durationMs: number },
  random: RandomSource,
) {
  const { revision, factIds } = question
  if (!isQuestion(revision)) throw new Error(`A quiz asks no ${revision.type}.`)
  const main = mind.memories.get(factIds[0] ?? '') ?? NEW
  const isKnown = recalls(main, when.at, part, random)
  const response = isKnown ? rightResponse(revision) : guess(revision, random)
  const score = grade(revision, response)
  if (score.kind !== 'graded') throw new Error('The demo gave an answer that was not offered.')
  for (const [factId, rating] of ratingsByFact({ ...revision, factIds }, score)) {
    const card = { factId: FactId.parse(factId), itemId: question.itemId, revisionId: revision.id }
    const counted = countedRating(rating, isRecognition(revision.type) ? 'recognition' : 'recall')
    rate(mind, card, 'question', counted, when.at, when.durationMs)
  }
  return {
    response: { ...response } as Prisma.InputJsonObject,
    points: score.points,
    correct: score.correct,
    answeredAt: when.at,
    durationMs: when.durationMs,
  }
}

/** What somebody answers who does not know: any option, and nothing that is right in an order or in words. */
function guess(question: TypedQuestion, random: RandomSource): Response {
  const { options, key } = write(question)
  const right = rightResponse(question)
  const some = () => options[Math.floor(random() * options.length)] ?? ''
  switch (right.kind) {
    case 'choice':
      return { kind: 'choice', option: some() }
    case 'pairs':
      return { kind: 'pairs', chosen: right.chosen.map(some) }
    // As it was shown it would be no answer, and it is never right.
    case 'order':
      return { kind: 'order', entries: [...options.slice(1), ...options.slice(0, 1)] }
    case 'multiple': {
      // What is right is ticked more often than not, even by those who do not know it.
      const ticked = options.filter((option) => random() < (key.includes(option) ? 0.6 : 0.3))
      return { kind: 'multiple', options: ticked.length > 0 ? ticked : [some()] }
    }
    default:
      return { kind: 'text', texts: key.map(() => 'I am not sure') }
  }
}
