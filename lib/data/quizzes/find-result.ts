import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { Response } from '@/lib/core/grading/response'
import { type AttemptId, DeckId, type FactId } from '@/lib/core/ids'
import type { Label } from '@/lib/core/item/label'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { type Interval, intervalOf } from '@/lib/core/memory/session/interval'
import type { QuestionType } from '@/lib/core/question-types/registry'
import { type Feedback, feedbackOf } from '@/lib/core/quiz/feedback'
import { ratingsByFact } from '@/lib/core/quiz/ratings-by-fact'

import { labelsOver } from '@/lib/data/decks/labels-over'
import { listDeckFacts } from '@/lib/data/study/list-deck-facts'
import { memoriesByFact } from '@/lib/data/study/memories-by-fact'
import { db } from '@/lib/db'
import type { QuizMode } from './create-quiz'
import { type Verdict, verdictOf } from './find-attempt'
import { loadProofs } from './load-proofs'
import { factIdsIn, gradeIn, itemAt, loadDocument, loadSitting, type Sitting } from './sitting'

export type ResultQuestion = Feedback & {
  readonly position: number
  readonly type: QuestionType
  /** What it is about; the stem goes without. */
  readonly label: Label | null
  readonly stem: string
  readonly verdict: Verdict | 'unanswered'
  /** Its facts to learn again: of several those whose entry was missed; none when it was right. */
  readonly slippedFactIds: readonly FactId[]
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

/** What came of an attempt of the viewer's own; null while it goes on. */
export async function findResult(viewer: Viewer, attemptId: AttemptId, now: Date): Promise<Result | null> {
  const sitting = await loadSitting(db(), viewer, attemptId)
  if (!sitting?.submittedAt) return null
  const factIds = factIdsIn(sitting)
  const [document, facts, apart, memories] = await Promise.all([
    loadDocument(db(), sitting),
    loadProofs(db(), factIds),
    labelsOver(db(), factIds),
    memoriesByFact(viewer, factIds),
  ])
  const backIn = (ids: readonly string[]) => soonest(viewer, ids, memories, now)
  const read = { sitting, known: { document, facts }, apart, backIn }
  const questions = await Promise.all(sitting.quiz.questions.map(({ position }) => readQuestion(read, position)))
  const deckId = DeckId.parse(sitting.quiz.deckId)
  const slipped = new Set(questions.flatMap((question) => question.slippedFactIds))
  const inDeck = slipped.size > 0 ? await listDeckFacts(viewer, deckId) : []
  return {
    title: sitting.quiz.title,
    deckId,
    mode: sitting.mode,
    submittedAt: sitting.submittedAt,
    points: sitting.points ?? 0,
    outOf: sitting.outOf ?? sitting.quiz.questions.length,
    questions: questions.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
    toStudy: inDeck.flatMap(({ id, cardIds }) => (slipped.has(id) && cardIds.length > 0 ? [id] : [])),
  }
}

type Read = {
  readonly sitting: Sitting
  readonly known: Parameters<typeof feedbackOf>[3]
  readonly apart: Awaited<ReturnType<typeof labelsOver>>
  readonly backIn: (factIds: readonly string[]) => Interval | null
}

async function readQuestion({ sitting, known, apart, backIn }: Read, position: number): Promise<ResultQuestion> {
  const item = itemAt(sitting, position)
  if (!item) throw new Error(`Attempt ${sitting.id} has no question ${position}.`)
  const saved = sitting.responses.find((response) => response.position === position)
  const response: Response | null = saved ? Response.parse(saved.response) : null
  const score = await gradeIn(db(), sitting, item, response ?? { kind: 'unanswered' })
  const feedback = feedbackOf(item, response, score.kind === 'graded' ? score.perKey : [], known)
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
    slippedFactIds: verdict === 'right' ? [] : missed.length > 0 ? missed : feedback.factIds,
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
