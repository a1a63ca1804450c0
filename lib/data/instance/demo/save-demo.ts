import 'server-only'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { saveMemories } from '@/lib/data/study/memory-rows'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { runIn } from '@/lib/prepared-statements'

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

/** All or nothing, in the order in which the tables refer to each other. */
export async function saveDemo(tx: Tx, rows: DemoRows): Promise<void> {
  await tx.learner.createMany({ data: rows.learners })
  await tx.class.createMany({ data: [rows.class] })
  await tx.identity.createMany({ data: rows.identities })
  await tx.membership.createMany({ data: rows.memberships })
  await tx.quiz.createMany({ data: rows.quizzes })
  await tx.quizQuestion.createMany({ data: rows.questions })
  await tx.assignment.createMany({ data: rows.assignments })
  await tx.attempt.createMany({ data: rows.attempts })
  await tx.response.createMany({ data: rows.responses })
  await inBatches(rows.reviews, (data) => tx.review.createMany({ data }))
  for (const [learnerId, memories] of rows.memories) await saveMemories(runIn(tx), learnerId, memories)
}

// PostgreSQL takes 65,535 parameters a statement, the adapters half of that; a review has 15.
const BATCH = 2000

async function inBatches<Row>(rows: Row[], save: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await save(rows.slice(from, from + BATCH))
}
