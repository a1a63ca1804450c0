import 'server-only'
import { randomUUID } from 'node:crypto'
import type { DeckId, FactId } from '@/lib/core/ids'
import { pickCards } from '@/lib/core/item/card'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { makeClassCode } from '@/lib/core/people/access-codes'
import { isQuestion } from '@/lib/core/question-types/registry'
import { pickQuestions } from '@/lib/core/quiz/pick-questions'
import { seededRandom } from '@/lib/core/shared/random'
import { secureRandomBelow } from '@/lib/data/classes/return-with-code'
import type { ShownRevision } from '@/lib/data/decks/shown-items'
import type { Prisma } from '@/lib/generated/prisma/client'
import { DAY_MS } from '../../core/shared/time'
import {
  CLASS_NAME,
  CLASS_OPENED_DAYS_AGO,
  type DemoLearner,
  INDEPENDENT_LEARNER,
  LEARNERS,
  QUIZ_OPENED_DAYS_AGO,
  TEACHER,
  TIME_ZONE,
} from './demo-people'
import { type Card, simulateLearner } from './simulate-learner'

export type DemoRows = {
  readonly learners: Prisma.LearnerCreateManyInput[]
  readonly identities: Prisma.IdentityCreateManyInput[]
  readonly class: Prisma.ClassCreateManyInput
  readonly memberships: Prisma.MembershipCreateManyInput[]
  readonly quizzes: Prisma.QuizCreateManyInput[]
  readonly questions: Prisma.QuizQuestionCreateManyInput[]
  readonly assignments: Prisma.AssignmentCreateManyInput[]
  readonly attempts: Prisma.AttemptCreateManyInput[]
  readonly responses: Prisma.ResponseCreateManyInput[]
  readonly reviews: Prisma.ReviewCreateManyInput[]
  /** By learner and fact. */
  readonly memories: ReadonlyMap<string, ReadonlyMap<string, Memory>>
}

const QUESTIONS = 10
const QUIZ_DUE_DAYS = 3
const STUDY_DUE_DAYS = 12

type Deck = { readonly id: DeckId; readonly title: string }

/** Every row of the demo, worked out before anything is written. */
export function planDemo(deck: Deck, shown: readonly ShownRevision[], now: Date, seed: number): DemoRows {
  const openedAt = daysFrom(now, -CLASS_OPENED_DAYS_AGO)
  const people = {
    teacherId: randomUUID(),
    independentId: randomUUID(),
    classId: randomUUID(),
    learners: LEARNERS.map((person) => ({ person, learnerId: randomUUID() })),
  }
  const assigned = planAssignments(deck, people, questionsOf(shown, seed), now)
  const parameters = { ...DEFAULT_PARAMETERS, timeZone: TIME_ZONE }
  const studying = [...people.learners, { person: INDEPENDENT_LEARNER, learnerId: people.independentId }]
  const simulations = studying.map(({ person, learnerId }, index) =>
    simulateLearner({ learnerId, habits: person, parameters, seed: seed + index }, cardsOf(shown), assigned.quiz, now),
  )
  const attempts = simulations.flatMap(({ attempt }) => (attempt ? [attempt] : []))
  return {
    ...planPeople(people, openedAt),
    ...planMembers(people, openedAt, now),
    ...assigned.rows,
    attempts: attempts.map(({ attempt }) => attempt),
    responses: attempts.flatMap(({ responses }) => responses),
    reviews: simulations.flatMap(({ learner }) => learner.reviews),
    memories: new Map(simulations.map(({ learner }) => [learner.learnerId, learner.memories])),
  }
}

type People = {
  readonly teacherId: string
  readonly independentId: string
  readonly classId: string
  readonly learners: readonly { readonly person: DemoLearner; readonly learnerId: string }[]
}

function planPeople({ teacherId, independentId, classId, learners }: People, createdAt: Date) {
  const learner = (id: string, name: string) => ({ id, name, timeZone: TIME_ZONE, demo: true, createdAt })
  return {
    learners: [
      learner(teacherId, TEACHER.name),
      learner(independentId, INDEPENDENT_LEARNER.name),
      ...learners.map(({ person, learnerId }) => learner(learnerId, person.name)),
    ],
    identities: [
      { learnerId: teacherId, kind: 'account' as const, email: TEACHER.email, createdAt },
      { learnerId: independentId, kind: 'account' as const, email: INDEPENDENT_LEARNER.email, createdAt },
      // Without a return code: nobody comes in as one of them before the teacher makes one.
      ...learners.map(({ learnerId }) => ({ learnerId, kind: 'code' as const, classId, createdAt })),
    ],
  }
}

function planMembers({ teacherId, classId, learners }: People, openedAt: Date, now: Date) {
  return {
    class: { id: classId, name: CLASS_NAME, code: makeClassCode(secureRandomBelow), createdAt: openedAt },
    memberships: [
      { classId, learnerId: teacherId, role: 'teacher' as const, name: TEACHER.name, joinedAt: openedAt },
      ...learners.map(({ person, learnerId }) => ({
        classId,
        learnerId,
        role: 'learner' as const,
        name: person.name,
        joinedAt: daysFrom(now, -Math.max(person.startedDaysAgo, 1)),
      })),
    ],
  }
}

/** The deck to study, and a quiz on it where it has questions. */
function planAssignments(deck: Deck, { teacherId, classId }: People, questions: readonly ShownRevision[], now: Date) {
  const { id: deckId, title } = deck
  const studyAt = daysFrom(now, -CLASS_OPENED_DAYS_AGO)
  const quizAt = daysFrom(now, -QUIZ_OPENED_DAYS_AGO)
  const quiz = { quizId: randomUUID(), assignmentId: randomUUID(), questions }
  const { quizId, assignmentId: id } = quiz
  const given = { classId, deckId, title }
  const study = { ...given, opensAt: studyAt, createdAt: studyAt, dueAt: daysFrom(now, STUDY_DUE_DAYS) }
  const asked = { ...given, id, quizId, opensAt: quizAt, createdAt: quizAt, dueAt: daysFrom(now, QUIZ_DUE_DAYS) }
  const isAsked = questions.length > 0
  return {
    quiz: isAsked ? quiz : null,
    rows: {
      quizzes: isAsked ? [{ id: quizId, ownerId: teacherId, deckId, title, createdAt: quizAt }] : [],
      questions: questions.map(({ revision }, position) => ({ quizId, position, revisionId: revision.id })),
      assignments: isAsked ? [study, asked] : [study],
    },
  }
}

function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS)
}

function questionsOf(shown: readonly ShownRevision[], seed: number): ShownRevision[] {
  const candidates = shown.flatMap((item) => (isQuestion(item.revision) ? [{ ...item.revision, ...item }] : []))
  return [...pickQuestions(candidates, QUESTIONS, () => 1, seededRandom(seed))]
}

/** One card a fact, in the document's order: that with which Study begins. */
function cardsOf(shown: readonly ShownRevision[]): Card[] {
  const byFact = new Map<FactId, ShownRevision[]>()
  for (const item of shown.filter(({ isCard }) => isCard)) {
    const [factId] = item.factIds
    if (factId) byFact.set(factId, [...(byFact.get(factId) ?? []), item])
  }
  return [...byFact].flatMap(([factId, items]) => {
    const [card] = pickCards(items.map(({ itemId, revision }) => ({ ...revision, itemId })))
    return card ? [{ factId, itemId: card.itemId, revisionId: card.id }] : []
  })
}
