import 'server-only'
import { parseReturnCode } from '@/lib/core/access/return-code'
import { isThisMachine } from '@/lib/core/access/this-machine'
import { LearnerId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { hashReturnCode } from './hash-return-code'
import { guess } from './limit-guesses'

type Returned =
  /** `classId`: the class of the code, while the learner is in it. */
  | { kind: 'returned'; learnerId: LearnerId; identityId: string; classId: string | null }
  | { kind: 'rejected'; reason: 'no-such-code' | 'too-many-tries' }

/** Comes back by personal return code. Nothing else opens a learner who joined by class code: no name, no class code. */
export async function returnWithCode(entry: { code: string; address: string }): Promise<Returned> {
  const tried = await guess(entry.address, 'return-code', async () => {
    const identity = await findIdentity(entry)
    return { found: { identity }, isRight: identity !== null }
  })
  if (!tried) return { kind: 'rejected', reason: 'too-many-tries' }
  if (!tried.identity) return { kind: 'rejected', reason: 'no-such-code' }
  const { id: identityId, classId, learnerId } = tried.identity
  const place = classId ? await db().membership.count({ where: { classId, learnerId } }) : 0
  return {
    kind: 'returned',
    learnerId: LearnerId.parse(learnerId),
    identityId,
    classId: place > 0 ? classId : null,
  }
}

async function findIdentity(entry: { code: string; address: string }) {
  const code = parseReturnCode(entry.code)
  if (!code) return null
  const identity = await db().identity.findFirst({
    where: { kind: 'code', returnHash: hashReturnCode(code) },
    select: { id: true, learnerId: true, classId: true, learner: { select: { demo: true } } },
  })
  // What opens the demo stands on a screen, so it opens nothing from elsewhere.
  return identity?.learner.demo && !isThisMachine(entry.address) ? null : identity
}
