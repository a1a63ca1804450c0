import 'server-only'
import { Response, valuesOf } from '@/lib/core/grading/response'
import { type ClassId, RevisionId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import {
  grade,
  isArrangement,
  isQuestion,
  parseContent,
  type Typed,
  type TypedQuestion,
  write,
} from '@/lib/core/question-types/registry'
import { db } from '@/lib/db'
import { type AttemptRow, firstAttempts, listClassAttempts } from './gradebook'

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

/** How the class answered the questions of its quizzes, hardest first; first attempts only. Empty for everyone but its teacher. */
export async function classQuestions(viewer: Viewer, classId: ClassId): Promise<QuestionUse[]> {
  const attempts = firstAttempts(await listClassAttempts(viewer, classId))
  const responses = await listResponses(attempts)
  const revisions = await db().revision.findMany({
    where: { id: { in: [...new Set(responses.map((response) => response.revisionId))] } },
    select: { id: true, stem: true, content: true },
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
          parseContent(revision.content),
          given.map(({ response }) => Response.parse(response)),
        ),
      }
    })
    .sort((a, b) => a.right - b.right || a.stem.localeCompare(b.stem))
}

function tallyOf(question: Typed, responses: readonly Response[]): QuestionUse['options'] {
  if (isQuestion(question) && isArrangement(question.type)) return tallyOfEntries(question, responses)
  const { options, key } = write(question)
  const chosen = responses.flatMap(valuesOf)
  return options.map((text) => ({
    text,
    key: key.includes(text),
    chosen: chosen.filter((option) => option === text).length,
  }))
}

function tallyOfEntries(question: TypedQuestion, responses: readonly Response[]): QuestionUse['options'] {
  const scores = responses.map((response) => grade(question, response))
  const had = (at: number) => scores.filter((score) => score.kind === 'graded' && score.perKey[at]).length
  return write(question).key.map((text, at) => ({ text, key: true, chosen: had(at) }))
}

// In a test nothing is settled before it is handed in; in practice each answer is.
async function listResponses(attempts: readonly AttemptRow[]) {
  const settled = attempts.filter((attempt) => attempt.mode === 'practice' || attempt.submittedAt !== null)
  return db().response.findMany({
    where: { OR: settled.map(({ learnerId, attemptId }) => ({ learnerId, attemptId })) },
    select: { revisionId: true, response: true, points: true },
  })
}
