import 'server-only'
import { randomUUID } from 'node:crypto'
import { makeClassCode } from '@/lib/core/access/codes'
import type { DeckId, FactId } from '@/lib/core/ids'
import { pickCards } from '@/lib/core/item/as-card'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { isQuestion } from '@/lib/core/question-types/registry'
import { pickQuestions } from '@/lib/core/quiz/pick-questions'

import { seededRandom } from '@/lib/core/shared/random'
import { secureDice } from '@/lib/data/classes/return-code'
import type { ShownRevision } from '@/lib/data/decks/shown-items'
import {
  CLASS_NAME,
  CLASS_OPENED_DAYS_AGO,
  LEARNERS,
  LONER,
  type Part,
  QUIZ_OPENED_DAYS_AGO,
  TEACHER,
  TIME_ZONE,
} from './cast'
import { planHistory } from './plan-history'
import type { DemoRows } from './save-demo'
import type { Card } from './simulate-study'

const QUESTIONS = 10
const DAY_MS = 86_400_000
const QUIZ_DUE_DAYS = 3
const STUDY_DUE_DAYS = 12

type Deck = { readonly id: DeckId; readonly title: string }

/** Every row of the demo, worked out before anything is written. */
export function planDemo(deck: Deck, shown: readonly ShownRevision[], now: Date, seed: number): DemoRows {
  const openedAt = daysFrom(now, -CLASS_OPENED_DAYS_AGO)
  const cast = {
    teacherId: randomUUID(),
    lonerId: randomUUID(),
    classId: randomUUID(),
    learners: LEARNERS.map((part) => ({ part, learnerId: randomUUID() })),
  }
  const assigned = planAssignments(deck, cast, questionsOf(shown, seed), now)
  const parameters = { ...DEFAULT_PARAMETERS, timeZone: TIME_ZONE }
  const studying = [...cast.learners, { part: LONER, learnerId: cast.lonerId }]
  const histories = studying.map((who, index) =>
    planHistory({ ...who, parameters, seed: seed + index }, cardsOf(shown), assigned.quiz, now),
  )
  const simulated = histories.flatMap(({ quizAttempt }) => (quizAttempt ? [quizAttempt] : []))
  return {
    ...planPeople(cast, openedAt),
    ...planMembers(cast, openedAt, now),
    ...assigned.rows,
    attempts: simulated.map(({ attempt }) => attempt),
    responses: simulated.flatMap(({ responses }) => responses),
    reviews: histories.flatMap(({ mind }) => mind.reviews),
    memories: new Map(histories.map(({ mind }) => [mind.learnerId, mind.memories])),
  }
}

type Cast = {
  readonly teacherId: string
  readonly lonerId: string
  readonly classId: string
  readonly learners: readonly { readonly part: Part; readonly learnerId: string }[]
}

function planPeople({ teacherId, lonerId, classId, learners }: Cast, createdAt: Date) {
  const learner = (id: string, name: string) => ({ id, name, timeZone: TIME_ZONE, demo: true, createdAt })
  return {
    learners: [
      learner(teacherId, TEACHER.name),
      learner(lonerId, LONER.name),
      ...learners.map(({ part, learnerId }) => learner(learnerId, part.name)),
    ],
    identities: [
      { learnerId: teacherId, kind: 'account' as const, email: TEACHER.email, createdAt },
      { learnerId: lonerId, kind: 'account' as const, email: LONER.email, createdAt },
      // Without a return code: nobody comes in as one of them before the teacher makes one.
      ...learners.map(({ learnerId }) => ({ learnerId, kind: 'code' as const, classId, createdAt })),
    ],
  }
}

function planMembers({ teacherId, classId, learners }: Cast, openedAt: Date, now: Date) {
  return {
    class: { id: classId, name: CLASS_NAME, code: makeClassCode(secureDice), createdAt: openedAt },
    memberships: [
      { classId, learnerId: teacherId, role: 'teacher' as const, name: TEACHER.name, joinedAt: openedAt },
      ...learners.map(({ part, learnerId }) => ({
        classId,
        learnerId,
        role: 'learner' as const,
        name: part.name,
        joinedAt: daysFrom(now, -Math.max(part.startedDaysAgo, 1)),
      })),
    ],
  }
}

/** The deck to study, and a quiz on it where it has questions. */
function planAssignments(deck: Deck, { teacherId, classId }: Cast, questions: readonly ShownRevision[], now: Date) {
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
  for (const one of shown.filter(({ isCard }) => isCard)) {
    const [factId] = one.factIds
    if (factId) byFact.set(factId, [...(byFact.get(factId) ?? []), one])
  }
  return [...byFact].flatMap(([factId, items]) => {
    const [card] = pickCards(items.map(({ itemId, revision }) => ({ ...revision, itemId })))
    return card ? [{ factId, itemId: card.itemId, revisionId: card.id }] : []
  })
}
