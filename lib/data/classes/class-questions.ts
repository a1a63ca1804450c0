import 'server-only'
import { z } from 'zod'
import type { Viewer } from '@/lib/core/access/viewer'
import { type Gradable, grade } from '@/lib/core/grading/grade'
import { type ClassId, RevisionId } from '@/lib/core/ids'
import type { QuestionType } from '@/lib/core/item/item'
import { db } from '@/lib/db'
import { firstAttempts, listSittings, type SittingRow } from './gradebook'

export type QuestionUse = {
  readonly revisionId: RevisionId
  readonly stem: string
  /** First attempts of learners in the class that answered it. */
  readonly answers: number
  /** Mean of points, 0 to 1. */
  readonly right: number
  /** Empty for typed answers. Of pairs and orders each entry as it is right, and how many had it. */
  readonly options: readonly { readonly text: string; readonly key: boolean; readonly chosen: number }[]
}

const Chosen = z.union([
  z.object({ kind: z.literal('choice'), option: z.string() }).transform(({ option }) => [option]),
  z.object({ kind: z.literal('multiple'), options: z.array(z.string()) }).transform(({ options }) => options),
  z.unknown().transform((): string[] => []),
])

const Arranged = z.union([
  z.object({ kind: z.literal('pairs'), chosen: z.array(z.string()) }),
  z.object({ kind: z.literal('order'), entries: z.array(z.string()) }),
])

/** How the class answered the questions of its quizzes, hardest first; first attempts only. Empty for everyone but its teacher. */
export async function classQuestions(viewer: Viewer, classId: ClassId): Promise<QuestionUse[]> {
  const sittings = firstAttempts(await listSittings(viewer, classId))
  const responses = await listResponses(sittings)
  const revisions = await db().revision.findMany({
    where: { id: { in: [...new Set(responses.map((response) => response.revisionId))] } },
    select: { id: true, stem: true, options: true, key: true, item: { select: { type: true } } },
  })
  return revisions
    .map((revision) => {
      const given = responses.filter((response) => response.revisionId === revision.id)
      return {
        revisionId: RevisionId.parse(revision.id),
        stem: revision.stem,
        answers: given.length,
        right: given.reduce((sum, response) => sum + response.points, 0) / given.length,
        options: tallyOf(
          { ...revision, type: revision.item.type as QuestionType },
          given.map(({ response }) => response),
        ),
      }
    })
    .sort((one, other) => one.right - other.right || one.stem.localeCompare(other.stem))
}

type Asked = Pick<Gradable, 'type' | 'key' | 'options'>

function tallyOf(question: Asked, responses: readonly unknown[]): QuestionUse['options'] {
  if (ARRANGED.includes(question.type)) return tallyOfEntries(question, responses)
  const chosen = responses.flatMap((response) => Chosen.parse(response))
  return question.options.map((text) => ({
    text,
    key: question.key.includes(text),
    chosen: chosen.filter((option) => option === text).length,
  }))
}

const ARRANGED: readonly QuestionType[] = ['matching', 'categorising', 'ordering']

function tallyOfEntries(question: Asked, responses: readonly unknown[]): QuestionUse['options'] {
  const scores = responses.map((response) => grade({ ...question, accepted: [] }, Arranged.parse(response)))
  const had = (at: number) => scores.filter((score) => score.kind === 'graded' && score.perKey[at]).length
  return question.key.map((text, at) => ({ text, key: true, chosen: had(at) }))
}

// In a test nothing is settled before it is handed in; in practice each answer is.
async function listResponses(sittings: readonly SittingRow[]) {
  const settled = sittings.filter((sitting) => sitting.mode === 'practice' || sitting.submittedAt !== null)
  return db().response.findMany({
    where: { OR: settled.map(({ learnerId, attemptId }) => ({ learnerId, attemptId })) },
    select: { revisionId: true, response: true, points: true },
  })
}
