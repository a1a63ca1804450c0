import 'server-only'
import { parseReturnCode } from '@/lib/core/access/return-code'
import { isThisMachine } from '@/lib/core/access/this-machine'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { hashReturnCode } from './hash-return-code'
import { takeGuess } from './limit-guesses'

type Returned =
  /** `classId`: the class of the code, while the learner is in it. */
  | { kind: 'returned'; learnerId: LearnerId; wayInId: string; classId: string | null }
  | { kind: 'rejected'; reason: 'no-such-code' | 'too-many-tries' }

/** Comes back by personal return code. Nothing else opens a learner who joined by class code: no name, no class code. */
export async function returnWithCode(entry: { code: string; address: string }): Promise<Returned> {
  const guess = await takeGuess(entry.address)
  if (!guess) return { kind: 'rejected', reason: 'too-many-tries' }
  const code = parseReturnCode(entry.code)
  const way = code
    ? await db().wayIn.findFirst({
        where: { kind: 'code', returnHash: hashReturnCode(code) },
        select: { id: true, learnerId: true, classId: true, learner: { select: { demo: true } } },
      })
    : null
  // What opens the demo stands on a screen, so it opens nothing from elsewhere.
  const elsewhere = way?.learner.demo && !isThisMachine(entry.address)
  if (!way || elsewhere) return { kind: 'rejected', reason: 'no-such-code' }
  await guess.giveBack()
  const { classId, learnerId } = way
  const place = classId ? await db().membership.count({ where: { classId, learnerId } }) : 0
  return {
    kind: 'returned',
    learnerId: LearnerId.parse(learnerId),
    wayInId: way.id,
    classId: place > 0 ? classId : null,
  }
}
