import 'server-only'
import { type Dice, makeClassCode } from '@/lib/core/access/class-code'
import { tidyName } from '@/lib/core/access/class-name'
import type { Viewer } from '@/lib/core/access/viewer'
import { ClassId } from '@/lib/core/ids'
import { db, type Tx } from '@/lib/db'
import { secureDice } from './secure-dice'

type Created = { kind: 'created'; classId: ClassId; code: string } | { kind: 'rejected'; reason: 'name-missing' }

/** Anyone may create a class and is then its teacher. */
export async function createClass(
  viewer: Viewer,
  asked: { name: string },
  now: Date,
  dice: Dice = secureDice,
): Promise<Created> {
  const name = tidyName(asked.name)
  if (!name) return { kind: 'rejected', reason: 'name-missing' }
  // Of two million codes few are taken; a clash draws again.
  for (;;) {
    const code = makeClassCode(dice)
    const classId = await db().$transaction((tx) => openClass(tx, viewer, { name, code }, now))
    if (classId) return { kind: 'created', classId, code }
  }
}

async function openClass(tx: Tx, viewer: Viewer, made: { name: string; code: string }, now: Date) {
  const [opened] = await tx.class.createManyAndReturn({
    data: [{ ...made, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (!opened) return null
  const classId = ClassId.parse(opened.id)
  await tx.membership.create({
    data: { classId, learnerId: viewer.learnerId, role: 'teacher', name: viewer.name, joinedAt: now },
  })
  return classId
}
