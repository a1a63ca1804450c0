import 'server-only'
import type { Block } from '@/lib/core/document/document'
import type { Response, Score } from '@/lib/core/grading/response'
import { type AttemptId, FactId, RevisionId } from '@/lib/core/ids'
import type { Question } from '@/lib/core/item/item'
import type { Viewer } from '@/lib/core/people/viewer'
import { grade, isQuestion } from '@/lib/core/question-types/registry'
import { itemOf, revisionOf } from '@/lib/data/decks/item-revisions'
import type { Db, Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'

const include = {
  quiz: {
    include: {
      questions: {
        orderBy: { position: 'asc' },
        include: { revision: { include: { item: { include: { facts: { orderBy: { slot: 'asc' } } } } } } },
      },
    },
  },
  responses: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.AttemptInclude

/** An attempt with its questions, keys and all: for the files beside this one, never for a screen. */
export type LoadedAttempt = Prisma.AttemptGetPayload<{ include: typeof include }>

/** Of all its questions. */
export const factIdsIn = ({ quiz }: LoadedAttempt): readonly string[] =>
  quiz.questions.flatMap(({ revision }) => revision.item.facts.map(({ factId }) => factId))

export type AttemptItem = Question & { readonly revisionId: RevisionId }

/** The viewer's own attempt; the learner is part of its key, so another's id finds nothing. */
export async function loadAttempt(from: Db | Tx, viewer: Viewer, attemptId: AttemptId): Promise<LoadedAttempt | null> {
  const { learnerId } = viewer
  return from.attempt.findUnique({ where: { learnerId_id: { learnerId, id: attemptId } }, include })
}

/** Taken before an attempt is written: no answer may be saved after the attempt was handed in. */
export async function lockAttempt(tx: Tx, viewer: Viewer, attemptId: AttemptId): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Attempt" WHERE "learnerId" = ${viewer.learnerId}::uuid AND "id" = ${attemptId}::uuid FOR UPDATE`
}

export function itemAt(attempt: LoadedAttempt, position: number): AttemptItem | null {
  const question = attempt.quiz.questions.find((candidate) => candidate.position === position)
  if (!question) return null
  const { item, ...revision } = question.revision
  const factIds = item.facts.map(({ factId }) => FactId.parse(factId))
  const asked = itemOf(item, revisionOf(revision), factIds)
  if (!isQuestion(asked)) throw new Error(`A quiz holds a question of type ${asked.type}.`)
  return { ...asked, revisionId: RevisionId.parse(revision.id) }
}

/** Grades with the document at hand: a word that it uses is not taken for a typo of another. */
export async function gradeIn(
  from: Db | Tx,
  attempt: LoadedAttempt,
  item: AttemptItem,
  response: Response,
): Promise<Score> {
  return grade(item, response, response.kind === 'text' ? (await loadDocument(from, attempt)).text : '')
}

export async function loadDocument(
  from: Db | Tx,
  attempt: LoadedAttempt,
): Promise<{ readonly text: string; readonly blocks: readonly Block[] }> {
  const { text, blocks } = await from.document.findFirstOrThrow({
    where: { decks: { some: { id: attempt.quiz.deckId } } },
    select: { text: true, blocks: true },
  })
  return { text, blocks: blocks as Block[] }
}
