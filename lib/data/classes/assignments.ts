import 'server-only'
import { AssignmentId, ClassId, DeckId, QuizId } from '@/lib/core/ids'
import type { Mastery } from '@/lib/core/memory/scheduling/memory'
import { mayAssign } from '@/lib/core/people/class-permissions'
import type { Viewer } from '@/lib/core/people/viewer'
import { summariseDeck } from '@/lib/data/progress/summarise-deck'
import { createQuiz } from '@/lib/data/quizzes/create-quiz'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { decksAssignableBy } from '../decks/deck-access'
import { classesLearntBy, classesTaughtBy } from './class-access'
import { findClass } from './classes'

export type AssignmentView = {
  readonly assignmentId: AssignmentId
  readonly classId: ClassId
  readonly className: string
  readonly deckId: DeckId
  readonly title: string
  readonly opensAt: Date
  readonly dueAt: Date | null
} & (
  | { readonly kind: 'study' }
  | { readonly kind: 'quiz'; readonly quizId: QuizId; readonly questions: number; readonly mode: 'practice' | 'test' }
)

/** What the viewer has done of an assignment. */
export type OwnProgress =
  | { readonly kind: 'study'; readonly patches: readonly { mastery: Mastery; label: string }[] }
  | { readonly kind: 'quiz'; readonly state: 'not-started' | 'open' }
  | { readonly kind: 'quiz'; readonly state: 'submitted'; readonly points: number; readonly outOf: number }

const SHAPE = {
  id: true,
  classId: true,
  deckId: true,
  title: true,
  opensAt: true,
  dueAt: true,
  class: { select: { name: true } },
  quiz: { select: { id: true, mode: true, _count: { select: { questions: true } } } },
} satisfies Prisma.AssignmentSelect

/** What a class of the viewer's was given, newest first. Learners see what is open; empty for everyone outside. */
export async function listAssignments(viewer: Viewer, classId: ClassId, now: Date): Promise<AssignmentView[]> {
  const rows = await db().assignment.findMany({
    where: {
      classId,
      OR: [{ class: classesTaughtBy(viewer) }, { opensAt: { lte: now }, class: classesLearntBy(viewer) }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: SHAPE,
  })
  return rows.map(viewOf)
}

/** What the viewer's running classes ask of them, soonest due first, with what is done of it. */
export async function assignmentsOf(
  viewer: Viewer,
  now: Date,
  only: ClassId | null = null,
): Promise<(AssignmentView & { readonly progress: OwnProgress })[]> {
  const rows = await db().assignment.findMany({
    where: {
      opensAt: { lte: now },
      class: { ...classesLearntBy(viewer), ...(only ? { id: only } : { endedAt: null }) },
    },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
    select: SHAPE,
  })
  const views = rows.map(viewOf)
  return Promise.all(views.map(async (view) => ({ ...view, progress: await progressOf(viewer, view, now) })))
}

function viewOf(row: Prisma.AssignmentGetPayload<{ select: typeof SHAPE }>): AssignmentView {
  const head = {
    assignmentId: AssignmentId.parse(row.id),
    classId: ClassId.parse(row.classId),
    className: row.class.name,
    deckId: DeckId.parse(row.deckId),
    title: row.title,
    opensAt: row.opensAt,
    dueAt: row.dueAt,
  }
  if (!row.quiz) return { ...head, kind: 'study' }
  const { id, mode, _count } = row.quiz
  return { ...head, kind: 'quiz', quizId: QuizId.parse(id), questions: _count.questions, mode }
}

async function progressOf(viewer: Viewer, view: AssignmentView, now: Date): Promise<OwnProgress> {
  if (view.kind === 'study') return { kind: 'study', patches: (await summariseDeck(viewer, view.deckId, now)).patches }
  const attempts = await db().attempt.findMany({
    where: { learnerId: viewer.learnerId, assignmentId: view.assignmentId },
    select: { submittedAt: true, points: true, outOf: true },
    orderBy: { points: { sort: 'desc', nulls: 'last' } },
  })
  const best = attempts.find((attempt) => attempt.submittedAt !== null)
  if (best) return { kind: 'quiz', state: 'submitted', points: best.points ?? 0, outOf: best.outOf ?? view.questions }
  return { kind: 'quiz', state: attempts.length > 0 ? 'open' : 'not-started' }
}

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
    where: { AND: [{ id: asked.deckId }, decksAssignableBy(viewer)] },
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

/** Own decks first, newest first, then those that ship with the app. */
export async function listAssignableDecks(viewer: Viewer): Promise<{ id: DeckId; title: string }[]> {
  const decks = await db().deck.findMany({
    where: decksAssignableBy(viewer),
    orderBy: [{ ownerId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { title: 'asc' }],
    select: { id: true, title: true },
  })
  return decks.map((deck) => ({ id: DeckId.parse(deck.id), title: deck.title }))
}
