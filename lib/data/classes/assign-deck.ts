import 'server-only'
import { mayAssign } from '@/lib/core/access/classes'
import type { Viewer } from '@/lib/core/access/viewer'
import { AssignmentId, type ClassId, type DeckId, type QuizId } from '@/lib/core/ids'
import { createQuiz } from '@/lib/data/quizzes/create-quiz'
import { db } from '@/lib/db'
import { findClass } from './find-class'
import { decksAssignableBy } from './list-assignable-decks'

export type AskedAssignment = {
  readonly classId: ClassId
  readonly deckId: DeckId
  readonly dueAt: Date | null
} & ({ readonly kind: 'study' } | { readonly kind: 'quiz'; readonly count: number; readonly mode: 'practice' | 'test' })
type Assigned =
  | { kind: 'assigned'; assignmentId: AssignmentId; quizId: QuizId | null }
  | { kind: 'rejected'; reason: 'not-found' | 'class-ended' | 'deck-not-yours' | 'no-questions' }

/** Gives a class a deck to study or a quiz on it. From then on the deck is visible to the learners of the class. */
export async function assignDeck(viewer: Viewer, asked: AskedAssignment, seed: number, now: Date): Promise<Assigned> {
  const found = await findClass(viewer, asked.classId)
  if (!found?.mayTeach) return { kind: 'rejected', reason: 'not-found' }
  if (!mayAssign({ role: found.role, ended: found.endedAt !== null }))
    return { kind: 'rejected', reason: 'class-ended' }
  const deck = await db().deck.findFirst({
    where: { id: asked.deckId, ...decksAssignableBy(viewer) },
    select: { title: true },
  })
  if (!deck) return { kind: 'rejected', reason: 'deck-not-yours' }
  const quizId = asked.kind === 'quiz' ? await makeQuiz(viewer, asked, seed, now) : null
  if (asked.kind === 'quiz' && !quizId) return { kind: 'rejected', reason: 'no-questions' }
  const made = await db().assignment.create({
    data: {
      classId: asked.classId,
      deckId: asked.deckId,
      quizId,
      title: deck.title,
      opensAt: now,
      dueAt: asked.dueAt,
      createdAt: now,
    },
    select: { id: true },
  })
  return { kind: 'assigned', assignmentId: AssignmentId.parse(made.id), quizId }
}

async function makeQuiz(
  viewer: Viewer,
  asked: AskedAssignment & { kind: 'quiz' },
  seed: number,
  now: Date,
): Promise<QuizId | null> {
  const made = await createQuiz(viewer, { deckId: asked.deckId, count: asked.count, mode: asked.mode }, seed, now)
  return made.kind === 'created' ? made.quizId : null
}
