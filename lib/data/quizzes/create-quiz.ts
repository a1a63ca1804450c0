import 'server-only'
import type { FactKind } from '@/lib/core/fact/fact'
import { type DeckId, FactId, QuizId, type RevisionId } from '@/lib/core/ids'
import { shownRecall } from '@/lib/core/memory/scheduling/mastery'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { isQuestion, QUESTION_TYPES } from '@/lib/core/question-types/registry'
import { type Candidate, countQuestions, pickQuestions } from '@/lib/core/quiz/pick-questions'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'

import { seededRandom } from '@/lib/core/shared/random'
import { findDeck } from '@/lib/data/decks/find-deck'
import { listShownRevisions } from '@/lib/data/decks/shown-items'
import { memoriesByFact } from '@/lib/data/memories/memory-rows'
import { db } from '@/lib/db'

export type QuizMode = 'practice' | 'test'

export type AskedQuiz = {
  readonly deckId: DeckId
  /** 1 to `QUESTIONS_PER_QUIZ`; the quiz is shorter when the deck does not give so many that leave each other unanswered. */
  readonly count: number
  readonly mode: QuizMode
  /** Only these facts, or those that no card asks: no question that asks another as well. */
  readonly facts?: readonly FactId[] | 'quiz-only' | undefined
}

export type CreatedQuiz =
  | { readonly kind: 'created'; readonly quizId: QuizId; readonly questions: number }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'no-questions' }

/** Makes a quiz on a deck that the viewer sees. It keeps the revisions it was made of, whatever the author edits later. */
export async function createQuiz(viewer: Viewer, asked: AskedQuiz, seed: number, now: Date): Promise<CreatedQuiz> {
  const deck = await findDeck(viewer, asked.deckId)
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  const candidates = await listCandidates(viewer, deck.id, asked.facts)
  const factIds = [...new Set(candidates.flatMap((candidate) => candidate.factIds))]
  const [memories, minor] = await Promise.all([memoriesByFact(viewer, factIds), minorFacts(factIds)])
  const weigh = (id: string) => weightOf(memories.get(id), now) * (minor.has(id) ? SHARE_OF_A_MINOR_FACT : 1)
  const count = Math.min(Math.max(1, Math.trunc(asked.count)), QUESTIONS_PER_QUIZ)
  const picked = pickQuestions(candidates, count, weigh, seededRandom(seed))
  if (picked.length === 0) return { kind: 'rejected', reason: 'no-questions' }
  const questions = picked.map(({ id }, position) => ({ position, revisionId: id }))
  const quiz = await db().quiz.create({
    data: {
      ownerId: viewer.learnerId,
      deckId: deck.id,
      title: deck.title,
      mode: asked.mode,
      createdAt: now,
      questions: { create: questions },
    },
    select: { id: true },
  })
  return { kind: 'created', quizId: QuizId.parse(quiz.id), questions: questions.length }
}

async function quizOnlyFacts(deckId: DeckId): Promise<readonly FactId[]> {
  const rows = await db().deckFact.findMany({ where: { deckId, hasCard: false }, select: { factId: true } })
  return rows.map(({ factId }) => FactId.parse(factId))
}

/**
 * How many facts of a deck, or of these, have a question, and how many questions the longest quiz on them asks. `leavesOut`: some
 * question is never asked beside another that gives its answer away.
 */
export async function countAskable(viewer: Viewer | null, deckId: DeckId, facts?: AskedQuiz['facts']) {
  const candidates = await listCandidates(viewer, deckId, facts)
  const { facts: groups, questions } = countQuestions(candidates, QUESTIONS_PER_QUIZ)
  return {
    facts: new Set(candidates.flatMap(({ factIds }) => factIds)).size,
    questions,
    leavesOut: questions < Math.min(groups, QUESTIONS_PER_QUIZ),
  }
}

/** The questions that a quiz may ask, of these facts alone where some are given; none of a deck that the viewer does not see. */
async function listCandidates(
  viewer: Viewer | null,
  deckId: DeckId,
  facts?: AskedQuiz['facts'],
): Promise<readonly (Candidate & { readonly id: RevisionId; readonly factIds: readonly FactId[] })[]> {
  const wanted = facts === 'quiz-only' ? await quizOnlyFacts(deckId) : facts
  const filter = { types: QUESTION_TYPES, ...(wanted ? { factIds: wanted } : {}) }
  const shown = await listShownRevisions(viewer, deckId, filter)
  return shown
    .filter(({ factIds }) => !wanted || factIds.every((id) => wanted.includes(id)))
    .flatMap(({ revision, factIds }) => (isQuestion(revision) ? [{ ...revision, factIds }] : []))
}

const WEIGHT_NEW = 2
const WEIGHT_DUE = 4
/** A fact that is safe has 1; what is lost of its recall counts so many times. */
const WEIGHT_LOST = 3

/** What an abbreviation stands for matters less in a quiz than what the document says. */
const SHARE_OF_A_MINOR_FACT = 0.3

async function minorFacts(factIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db().fact.findMany({
    where: { id: { in: [...factIds] }, kind: 'alias' satisfies FactKind },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/** Facts that are due or being learned weigh most, then new ones, then the others by what is lost of their recall. */
function weightOf(memory: Memory | undefined, now: Date): number {
  if (!memory || memory.kind === 'new') return WEIGHT_NEW
  if (memory.due <= now || memory.state !== 'review') return WEIGHT_DUE
  return 1 + WEIGHT_LOST * (1 - shownRecall(memory, now))
}
