import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Response } from '@/lib/core/grading/response'
import { FactId } from '@/lib/core/ids'
import { countedRating } from '@/lib/core/memory/scheduling/counted-reviews'
import type { Memory, Rating } from '@/lib/core/memory/scheduling/memory'
import { type MemoryParameters, writeParameters } from '@/lib/core/memory/scheduling/parameters'
import { applyReview } from '@/lib/core/memory/scheduling/replay'
import { recall } from '@/lib/core/memory/scheduling/scheduler'
import { startOfStudyDay, studyDay } from '@/lib/core/memory/scheduling/study-day'
import {
  grade,
  isQuestion,
  isRecognition,
  rightResponse,
  type TypedQuestion,
  write,
} from '@/lib/core/question-types/registry'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'
import { type RandomSource, seededRandom } from '@/lib/core/shared/random'
import type { ShownRevision } from '@/lib/data/decks/shown-items'
import type { Prisma } from '@/lib/generated/prisma/client'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../core/shared/time'
import { type Habits, QUIZ_OPENED_DAYS_AGO } from './demo-people'

/** A fact with the card that asks it. */
export type Card = { readonly factId: string; readonly itemId: string; readonly revisionId: string }

export type SimulatedLearner = {
  readonly learnerId: string
  readonly habits: Habits
  readonly parameters: MemoryParameters
  readonly random: RandomSource
  readonly memories: Map<string, Memory>
  readonly reviews: Prisma.ReviewCreateManyInput[]
}

export type SimulatedAttempt = {
  readonly attempt: Prisma.AttemptCreateManyInput
  readonly responses: readonly Prisma.ResponseCreateManyInput[]
}

type Quiz = { quizId: string; assignmentId: string; questions: readonly ShownRevision[] }

/** After this long they stop, whatever is left. */
const LONGEST_SESSION_MS = 25 * MINUTE_MS
/** Nobody has met the whole deck, so that Study always has something new. */
const SHARE_MET_AT_MOST = 0.9

const NEW: Memory = { kind: 'new' }

/** Some weeks of one learner, day by day up to `now`. The same seed gives the same days of study. */
export function simulateLearner(
  { seed, ...identity }: Pick<SimulatedLearner, 'learnerId' | 'habits' | 'parameters'> & { seed: number },
  cards: readonly Card[],
  quiz: Quiz | null,
  now: Date,
): { learner: SimulatedLearner; attempt: SimulatedAttempt | null } {
  const random = seededRandom(seed)
  const learner: SimulatedLearner = { ...identity, random, memories: new Map(), reviews: [] }
  const { habits, parameters } = learner
  let attempt: SimulatedAttempt | null = null
  const today = studyDay(now, parameters.timeZone, parameters.dayStartHour)
  for (let daysAgo = habits.startedDaysAgo; daysAgo >= 0 && habits.diligence > 0; daysAgo -= 1) {
    const start = sessionStart(learner, today - daysAgo)
    const studies = daysAgo === habits.startedDaysAgo || random() < habits.diligence
    if (start < now && studies) simulateSession(learner, cards, start, now)
    const isQuizDay = daysAgo === habits.quizDaysAgo && daysAgo < QUIZ_OPENED_DAYS_AGO
    if (quiz && isQuizDay) attempt = simulateQuiz(learner, quiz, new Date(start.getTime() + HOUR_MS))
  }
  return { learner, attempt }
}

/** Around their hour of the day, never before the study day begins. */
function sessionStart({ habits, parameters, random }: SimulatedLearner, day: number): Date {
  const begin = startOfStudyDay(day, parameters.timeZone, parameters.dayStartHour)
  const hours = habits.hour - parameters.dayStartHour + (random() - 0.5) * 2
  return new Date(begin.getTime() + Math.max(0, hours) * HOUR_MS)
}

/** One session with the cards: steps whose time has come, then what is due, then a few new ones. */
function simulateSession(learner: SimulatedLearner, cards: readonly Card[], start: Date, now: Date): void {
  const { random, memories } = learner
  const last = Math.min(start.getTime() + LONGEST_SESSION_MS, now.getTime())
  const queue = planSession(learner, cards, start)
  const steps: Card[] = []
  let at = start.getTime()
  for (let card = queue.shift(); card; card = takeStep(learner, steps, at) ?? queue.shift() ?? steps.shift()) {
    const before = memories.get(card.factId) ?? NEW
    // When nothing but a step is left whose minutes are not over, they wait for it.
    if (isOnStep(before)) at = Math.max(at, before.due.getTime())
    const durationMs = Math.round(2 * SECOND_MS + random() * 8 * SECOND_MS)
    at += durationMs
    if (at > last) return
    const time = new Date(at)
    const after = rate(learner, card, 'card', rateCard(learner, before, time), time, durationMs)
    if (isOnStep(after)) steps.push(card)
    steps.sort((a, b) => dueOf(learner, a) - dueOf(learner, b))
  }
}

function isOnStep(memory: Memory): memory is Extract<Memory, { kind: 'reviewed' }> {
  return memory.kind === 'reviewed' && memory.state !== 'review'
}

/** Keeps one review and the memory that it makes, as the app does. */
function rate(
  learner: SimulatedLearner,
  card: Card,
  source: 'card' | 'question',
  rating: Rating,
  at: Date,
  durationMs: number,
): Memory {
  const { learnerId, parameters } = learner
  const { factId, itemId, revisionId } = card
  const response = { factId, source, rating, at, parameters, assisted: false }
  const applied = applyReview(learner.memories.get(factId) ?? NEW, response)
  learner.memories.set(factId, applied.memory)
  learner.reviews.push({
    learnerId,
    id: randomUUID(),
    factId,
    itemId,
    revisionId,
    source,
    rating,
    at,
    receivedAt: at,
    durationMs,
    scheduled: applied.scheduled,
    ...applied.tested,
    parameters: writeParameters(parameters),
  })
  return applied.memory
}

function recalls({ habits, random }: SimulatedLearner, memory: Memory, at: Date): boolean {
  const expected = memory.kind === 'new' ? 0.25 : Math.min(0.99, Math.max(0.01, recall(memory, at)))
  const odds = Math.log(expected / (1 - expected)) + habits.ability
  return random() < 1 / (1 + Math.exp(-odds))
}

function planSession({ habits, random, memories }: SimulatedLearner, cards: readonly Card[], start: Date): Card[] {
  const isDue = ({ factId }: Card) => {
    const memory = memories.get(factId)
    return memory?.kind === 'reviewed' && memory.due <= start
  }
  const fresh = Math.floor(habits.pace * cards.length + random())
  const inReach = cards.slice(0, Math.floor(SHARE_MET_AT_MOST * cards.length))
  const unmet = inReach.filter(({ factId }) => !memories.has(factId))
  return [...cards.filter(isDue), ...unmet.slice(0, fresh)]
}

function takeStep(learner: SimulatedLearner, steps: Card[], at: number): Card | undefined {
  const index = steps.findIndex((card) => dueOf(learner, card) <= at)
  return index < 0 ? undefined : steps.splice(index, 1)[0]
}

function dueOf({ memories }: SimulatedLearner, { factId }: Card): number {
  const memory = memories.get(factId)
  return memory?.kind === 'reviewed' ? memory.due.getTime() : 0
}

function rateCard(learner: SimulatedLearner, memory: Memory, at: Date): Rating {
  const draw = learner.random()
  // A fact that was just read in the text is half known; what it takes is its first recall.
  if (memory.kind === 'new') return draw < 0.3 - 0.15 * learner.habits.ability ? 'again' : draw < 0.9 ? 'good' : 'easy'
  if (!recalls(learner, memory, at)) return 'again'
  return draw < 0.12 ? 'hard' : draw < 0.93 ? 'good' : 'easy'
}

/** One attempt in practice mode: who remembers answers rightly, who does not guesses. Every answer moves the memory. */
function simulateQuiz(learner: SimulatedLearner, quiz: Quiz, start: Date): SimulatedAttempt {
  const attemptId = randomUUID()
  const { learnerId, random } = learner
  let at = start.getTime()
  const responses = quiz.questions.map((question, position) => {
    const durationMs = Math.round(6 * SECOND_MS + random() * 20 * SECOND_MS)
    at += durationMs
    const answered = answer(learner, question, { at: new Date(at), durationMs })
    return { learnerId, attemptId, position, revisionId: question.revision.id, ...answered }
  })
  const points = responses.reduce((sum, response) => sum + response.points, 0)
  const attempt = {
    learnerId,
    id: attemptId,
    quizId: quiz.quizId,
    assignmentId: quiz.assignmentId,
    mode: 'practice' as const,
    startedAt: start,
    submittedAt: new Date(at + SECOND_MS),
    points,
    outOf: responses.length,
  }
  return { attempt, responses }
}

function answer(learner: SimulatedLearner, question: ShownRevision, when: { at: Date; durationMs: number }) {
  const { revision, factIds } = question
  if (!isQuestion(revision)) throw new Error(`A quiz asks no ${revision.type}.`)
  const main = learner.memories.get(factIds[0] ?? '') ?? NEW
  const isKnown = recalls(learner, main, when.at)
  const response = isKnown ? rightResponse(revision) : guess(revision, learner.random)
  const score = grade(revision, response)
  if (score.kind !== 'graded') throw new Error('The demo gave an answer that was not offered.')
  for (const [factId, rating] of ratingsByFact({ ...revision, factIds }, score)) {
    const card = { factId: FactId.parse(factId), itemId: question.itemId, revisionId: revision.id }
    const counted = countedRating(rating, isRecognition(revision.type) ? 'recognition' : 'recall')
    rate(learner, card, 'question', counted, when.at, when.durationMs)
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
