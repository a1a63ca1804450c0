import 'server-only'
import type { Span } from '@/lib/core/document/document'
import { Response } from '@/lib/core/grading/response'
import { type AttemptId, DeckId, type FactId } from '@/lib/core/ids'
import type { Label } from '@/lib/core/item/item-label'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { type Interval, intervalOf } from '@/lib/core/memory/session/interval'
import type { Viewer } from '@/lib/core/people/viewer'
import type { QuestionType } from '@/lib/core/question-types/registry'
import { type FactWithEvidence, type Feedback, feedbackOf } from '@/lib/core/quiz/feedback'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'
import { listDeckFacts } from '@/lib/data/decks/list-deck-facts'
import { labelSplitter } from '@/lib/data/decks/shown-items'
import { memoriesByFact } from '@/lib/data/memories/memory-rows'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { isRevealed, type Verdict, verdictOf } from './find-attempt'
import { factIdsIn, gradeIn, itemAt, type LoadedAttempt, loadAttempt, loadDocument } from './load-attempt'

export type ResultQuestion = Feedback & {
  readonly position: number
  readonly type: QuestionType
  /** What it is about; the stem goes without. */
  readonly label: Label | null
  readonly stem: string
  readonly verdict: Verdict | 'unanswered'
  /** Its facts to learn again: of several those whose entry was missed; none when it was right. */
  readonly missedFactIds: readonly FactId[]
  /** When the first of its facts comes back; null when it is due now or was never met. */
  readonly backIn: Interval | null
}

export type Result = {
  readonly title: string
  readonly deckId: DeckId
  readonly mode: QuizMode
  readonly submittedAt: Date
  readonly points: number
  readonly outOf: number
  /** Wrong first, then in part, unanswered, right; each in the order asked. */
  readonly questions: readonly ResultQuestion[]
  /** Of the facts to learn again, those that can be studied; the others are asked in quizzes only. */
  readonly toStudy: readonly FactId[]
}

const ORDER: readonly ResultQuestion['verdict'][] = ['wrong', 'partly', 'unanswered', 'right']

/** The result of an attempt of the viewer's own; null before it is handed in. */
export async function findResult(viewer: Viewer, attemptId: AttemptId, now: Date): Promise<Result | null> {
  const attempt = await loadAttempt(db(), viewer, attemptId)
  if (!attempt?.submittedAt) return null
  const factIds = factIdsIn(attempt)
  const [document, facts, apart, memories] = await Promise.all([
    loadDocument(db(), attempt),
    loadEvidence(factIds),
    labelSplitter(db(), factIds),
    memoriesByFact(viewer, factIds),
  ])
  const backIn = (ids: readonly string[]) => soonest(viewer, ids, memories, now)
  const context = { attempt, sources: { document, facts }, apart, backIn }
  const questions = await Promise.all(attempt.quiz.questions.map(({ position }) => readQuestion(context, position)))
  const deckId = DeckId.parse(attempt.quiz.deckId)
  const missed = new Set(questions.flatMap((question) => question.missedFactIds))
  const inDeck = missed.size > 0 ? await listDeckFacts(viewer, deckId) : []
  return {
    title: attempt.quiz.title,
    deckId,
    mode: attempt.mode,
    submittedAt: attempt.submittedAt,
    points: attempt.points ?? 0,
    outOf: attempt.outOf ?? attempt.quiz.questions.length,
    questions: questions.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
    toStudy: inDeck.flatMap(({ id, cardIds }) => (missed.has(id) && cardIds.length > 0 ? [id] : [])),
  }
}

type ResultContext = {
  readonly attempt: LoadedAttempt
  readonly sources: Parameters<typeof feedbackOf>[3]
  readonly apart: Awaited<ReturnType<typeof labelSplitter>>
  readonly backIn: (factIds: readonly string[]) => Interval | null
}

async function readQuestion(
  { attempt, sources, apart, backIn }: ResultContext,
  position: number,
): Promise<ResultQuestion> {
  const item = itemAt(attempt, position)
  if (!item) throw new Error(`Attempt ${attempt.id} has no question ${position}.`)
  const saved = attempt.responses.find((response) => response.position === position)
  const response: Response | null = saved ? Response.parse(saved.response) : null
  const score = await gradeIn(db(), attempt, item, response ?? { kind: 'unanswered' })
  const feedback = feedbackOf(item, response, score.kind === 'graded' ? score.perKey : [], sources)
  const verdict = saved ? verdictOf(saved) : 'unanswered'
  const { label, rest } = apart(item)
  const missed = feedback.factIds.filter((id) => ratingsByFact(item, score).get(id) === 'again')
  return {
    ...feedback,
    position,
    type: item.type,
    label,
    stem: rest,
    verdict,
    missedFactIds: verdict === 'right' ? [] : missed.length > 0 ? missed : feedback.factIds,
    backIn: backIn(item.factIds),
  }
}

function soonest(
  viewer: Viewer,
  factIds: readonly string[],
  memories: ReadonlyMap<string, Memory>,
  now: Date,
): Interval | null {
  const met = factIds.flatMap((factId) => {
    const memory = memories.get(factId)
    return memory?.kind === 'reviewed' ? [memory] : []
  })
  const [first] = met.sort((a, b) => a.due.getTime() - b.due.getTime())
  return first && first.due > now ? intervalOf(first, now, parametersOf(viewer)) : null
}

/** Feedback on one question; null if it is not the viewer's, not answered, or of a test that is not handed in. */
export async function findFeedback(viewer: Viewer, attemptId: AttemptId, position: number): Promise<Feedback | null> {
  const attempt = await loadAttempt(db(), viewer, attemptId)
  if (!attempt || !isRevealed(attempt, position)) return null
  const item = itemAt(attempt, position)
  if (!item) return null
  const saved = attempt.responses.find((response) => response.position === position)
  const response = saved ? Response.parse(saved.response) : null
  const [score, document, facts] = await Promise.all([
    gradeIn(db(), attempt, item, response ?? { kind: 'unanswered' }),
    loadDocument(db(), attempt),
    loadEvidence(item.factIds),
  ])
  return feedbackOf(item, response, score.kind === 'graded' ? score.perKey : [], { document, facts })
}

/** Where the document states these facts, and where in it their answers stand. */
async function loadEvidence(factIds: readonly string[]): Promise<ReadonlyMap<string, FactWithEvidence>> {
  const rows = await db().fact.findMany({
    where: { id: { in: [...new Set(factIds)] } },
    select: { id: true, spans: true, answerSpan: true },
  })
  return new Map(
    rows.map(({ id, spans, answerSpan }) => [
      id,
      { id, spans: spans as Span[], answerSpan: answerSpan as Span | null },
    ]),
  )
}
