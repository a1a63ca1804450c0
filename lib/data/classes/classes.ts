import 'server-only'
import { ClassId } from '@/lib/core/ids'
import { makeClassCode, type RandomBelow } from '@/lib/core/people/access-codes'
import { type ClassRole, mayAssign, mayTeach } from '@/lib/core/people/class-permissions'
import { tidyName } from '@/lib/core/people/names'
import type { Viewer } from '@/lib/core/people/viewer'
import { db, type Tx } from '@/lib/db'
import { classesTaughtBy } from './class-access'
import { listActivity } from './learners'
import { secureRandomBelow } from './return-with-code'

export type ClassView = {
  readonly classId: ClassId
  readonly name: string
  readonly role: ClassRole
  readonly mayTeach: boolean
  readonly mayAssign: boolean
  /** Teachers only. */
  readonly code: string | null
  readonly learners: number
  readonly endedAt: Date | null
  /** As this class knows the viewer. */
  readonly knownAs: string
}

/** A class that the viewer teaches or learns in; null for everyone else, whether it exists or not. */
export async function findClass(viewer: Viewer, classId: ClassId): Promise<ClassView | null> {
  const found = await db().membership.findUnique({
    where: { classId_learnerId: { classId, learnerId: viewer.learnerId } },
    select: {
      role: true,
      name: true,
      class: {
        select: {
          name: true,
          code: true,
          endedAt: true,
          _count: { select: { memberships: { where: { role: 'learner' } } } },
        },
      },
    },
  })
  if (!found) return null
  const place = { role: found.role, ended: found.class.endedAt !== null }
  return {
    classId: ClassId.parse(classId),
    name: found.class.name,
    role: found.role,
    mayTeach: mayTeach(place),
    mayAssign: mayAssign(place),
    code: mayTeach(place) ? found.class.code : null,
    learners: found.class._count.memberships,
    endedAt: found.class.endedAt,
    knownAs: found.name,
  }
}

export type ClassSummary = {
  readonly classId: ClassId
  readonly name: string
  readonly role: ClassRole
  /** Teachers only: who learns in a class cannot let others in. */
  readonly code: string | null
  readonly learners: number
  readonly assignments: number
  /** Teachers only: learners who have not rated, answered or opened anything that is assigned, by name. */
  readonly notStarted: readonly string[]
  readonly endedAt: Date | null
}

/** The viewer's classes: running ones first, then by name. */
export async function listClasses(viewer: Viewer): Promise<ClassSummary[]> {
  const places = await db().membership.findMany({
    where: { learnerId: viewer.learnerId },
    select: {
      role: true,
      class: {
        select: {
          id: true,
          name: true,
          code: true,
          endedAt: true,
          _count: { select: { assignments: true, memberships: { where: { role: 'learner' } } } },
        },
      },
    },
  })
  const taught = places.filter((place) => place.role === 'teacher').map((place) => ClassId.parse(place.class.id))
  const activity = await listActivity(viewer, taught)
  // Where nothing is assigned there is nobody to wait for.
  const notStarted = (classId: ClassId, assignments: number) =>
    assignments === 0
      ? []
      : (activity.get(classId) ?? []).filter(({ lastActivity }) => lastActivity === null).map(({ name }) => name)
  return places
    .map((place) => ({
      classId: ClassId.parse(place.class.id),
      name: place.class.name,
      role: place.role,
      code: place.role === 'teacher' ? place.class.code : null,
      learners: place.class._count.memberships,
      assignments: place.class._count.assignments,
      notStarted: notStarted(ClassId.parse(place.class.id), place.class._count.assignments),
      endedAt: place.class.endedAt,
    }))
    .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || a.name.localeCompare(b.name))
}

type Created = { kind: 'created'; classId: ClassId; code: string } | { kind: 'rejected'; reason: 'name-missing' }

/** Anyone may create a class and is then its teacher. */
export async function createClass(
  viewer: Viewer,
  asked: { name: string },
  now: Date,
  randomBelow: RandomBelow = secureRandomBelow,
): Promise<Created> {
  const name = tidyName(asked.name)
  if (!name) return { kind: 'rejected', reason: 'name-missing' }
  // Of two million codes few are taken; a clash draws again.
  for (;;) {
    const code = makeClassCode(randomBelow)
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

type Ended = { kind: 'ended' } | { kind: 'rejected'; reason: 'not-found' }

/** Nobody joins and nothing new is assigned from now on; the table stays to be read. Ending twice keeps the first date. */
export async function endClass(viewer: Viewer, classId: ClassId, now: Date): Promise<Ended> {
  const taught = await db().class.findFirst({
    where: { id: classId, ...classesTaughtBy(viewer) },
    select: { id: true },
  })
  if (!taught) return { kind: 'rejected', reason: 'not-found' }
  await db().class.updateMany({ where: { id: classId, endedAt: null }, data: { endedAt: now } })
  return { kind: 'ended' }
}
