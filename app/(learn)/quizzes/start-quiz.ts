'use server'

import { randomInt } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { DEFAULT_QUESTION_COUNT } from '@/components/quiz/question-counts'
import { AssignmentId, DeckId, QuizId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import { SEED_LIMIT } from '@/lib/core/shared/random'
import { findDeck } from '@/lib/data/decks/find-deck'
import { createQuiz } from '@/lib/data/quizzes/create-quiz'
import { type StartedAttempt, startAttempt } from '@/lib/data/quizzes/start-attempt'
import { ensureViewer, getViewer, requireViewer } from '@/lib/session'

const Mode = z.enum(['practice', 'test'])
const QuizForm = z.object({
  deckId: DeckId,
  count: z.coerce.number().int().min(1).max(QUESTIONS_PER_QUIZ),
  mode: Mode,
  facts: z.literal('quiz-only').optional(),
})
const StartForm = z.object({ quizId: QuizId, assignmentId: AssignmentId.nullable(), mode: Mode.nullable() })

/** *Take a quiz* on the first screen: creates a practice quiz and opens its start page. */
export async function startPracticeQuiz(form: FormData): Promise<void> {
  const deckId = DeckId.parse(form.get('deckId'))
  const viewer = await viewerFor(deckId)
  const asked = { deckId, count: DEFAULT_QUESTION_COUNT, mode: 'practice' } as const
  const made = await createQuiz(viewer, asked, randomInt(SEED_LIMIT), new Date())
  redirect(made.kind === 'created' ? `/quizzes/${made.quizId}` : `/decks/${deckId}/quiz?problem=${made.reason}`)
}

/** The form of a deck asks for everything that the start page does, so this opens the first question. */
export async function startQuiz(form: FormData): Promise<void> {
  const asked = QuizForm.parse(Object.fromEntries(form))
  const viewer = await viewerFor(asked.deckId)
  const now = new Date()
  const made = await createQuiz(viewer, asked, randomInt(SEED_LIMIT), now)
  if (made.kind === 'rejected') redirect(`/decks/${asked.deckId}/quiz?problem=${made.reason}`)
  const started = await startAttempt(viewer, made.quizId, null, now, asked.mode)
  redirect(placeOf(started) ?? `/quizzes/${made.quizId}`)
}

/** *Start* on the start page. */
export async function beginAttempt(form: FormData): Promise<void> {
  const { quizId, assignmentId, mode } = StartForm.parse({
    quizId: form.get('quizId'),
    assignmentId: form.get('assignmentId'),
    mode: form.get('mode'),
  })
  // A stranger has no quiz to begin.
  const viewer = await requireViewer(`/quizzes/${quizId}`)
  const started = await startAttempt(viewer, quizId, assignmentId, new Date(), mode ?? undefined)
  redirect(placeOf(started) ?? `/quizzes/${quizId}`)
}

/** A stranger becomes a guest, if they may see the deck. */
async function viewerFor(deckId: DeckId): Promise<Viewer> {
  if (!(await findDeck(await getViewer(), deckId))) notFound()
  return ensureViewer()
}

/** A resumed attempt opens its first open question; a new one opens question 1. */
function placeOf(started: StartedAttempt): string | null {
  if (started.kind === 'rejected') return null
  return `/attempts/${started.attemptId}${started.resumed ? '' : '?q=1'}`
}
