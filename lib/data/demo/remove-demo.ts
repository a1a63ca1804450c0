import 'server-only'
import { LearnerId } from '../../core/ids'
import { db, type Tx } from '../../db'
import { removeLearnerRows } from '../people/account'

/**
 * Removes the people of the demo and all that is theirs: classes, quizzes, documents, memories. Somebody real who joined
 * the demo's class stays a learner with everything they learned.
 */
export async function removeDemo(now: Date): Promise<{ learners: number }> {
  return db().$transaction(async (tx) => {
    const demo = await tx.learner.findMany({ where: { demo: true }, select: { id: true } })
    const ids = demo.map(({ id }) => id)
    await removeClasses(tx, ids)
    await removeQuizzes(tx, ids)
    for (const id of ids) await removeLearnerRows(tx, LearnerId.parse(id), now)
    return { learners: ids.length }
  })
}

/** Those that only people of the demo teach. */
async function removeClasses(tx: Tx, ids: string[]): Promise<void> {
  const teaches = { role: 'teacher' as const }
  await tx.class.deleteMany({
    where: {
      memberships: {
        some: { ...teaches, learnerId: { in: ids } },
        none: { ...teaches, learnerId: { notIn: ids } },
      },
    },
  })
}

/** A quiz that somebody real has sat stays without an owner, or their attempt would go with it. */
async function removeQuizzes(tx: Tx, ids: string[]): Promise<void> {
  await tx.quiz.deleteMany({
    where: {
      ownerId: { in: ids },
      attempts: { none: { learnerId: { notIn: ids } } },
      assignments: { none: {} },
    },
  })
}
