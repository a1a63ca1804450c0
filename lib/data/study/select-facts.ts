import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import type { Memory } from '../../core/memory/memory'
import { recall } from '../../core/memory/schedule-memory'
import type { Selection } from '../../core/memory/selection'
import { startOfStudyDay, studyDay } from '../../core/memory/study-day'
import { db } from '../../db'
import type { Candidate } from './pick-facts'

export type Chosen = Exclude<Selection, { kind: 'today' }>

/** A fact is forgotten that was rated Again in this many study days, today among them. */
const FORGOTTEN_DAYS = 7

/** Of all that may be asked, what was chosen to be studied apart from the day's work; the daily limits do not hold here. */
export async function selectFacts(
  viewer: Viewer | null,
  candidates: readonly Candidate[],
  only: Chosen,
  deckId: DeckId | undefined,
  now: Date,
): Promise<readonly Candidate[]> {
  if (only.kind === 'all') return candidates
  if (only.kind === 'new') return candidates.filter(({ memory }) => memory.kind === 'new')
  if (!viewer) return []
  if (only.kind === 'exam') return beforeExams(viewer, candidates, deckId, now)
  const chosen = await factsOf(viewer, only, now)
  const found = candidates.filter(({ factId }) => chosen.has(factId))
  return only.kind === 'forgotten' ? weakestFirst(found, now) : found
}

/** Suspended, or buried until a later day: neither comes unless its fact is named. */
export async function setAside(viewer: Viewer | null, now: Date): Promise<ReadonlySet<string>> {
  if (!viewer) return new Set()
  const rows = await db().factMark.findMany({
    where: { learnerId: viewer.learnerId, OR: [{ suspended: true }, { buriedUntil: { gt: now } }] },
    select: { factId: true },
  })
  return new Set(rows.map(({ factId }) => factId))
}

async function factsOf(
  { learnerId, timeZone, dayStartHour }: Viewer,
  only: Exclude<Chosen, { kind: 'all' | 'new' | 'exam' }>,
  now: Date,
): Promise<ReadonlySet<string>> {
  if (only.kind === 'starred') {
    return idsOf(await db().factMark.findMany({ where: { learnerId, starred: true }, select: { factId: true } }))
  }
  if (only.kind === 'tag') {
    return idsOf(await db().factTag.findMany({ where: { learnerId, name: only.name }, select: { factId: true } }))
  }
  const first = studyDay(now, timeZone, dayStartHour) - FORGOTTEN_DAYS + 1
  const rows = await db().$queryRaw<{ factId: string }[]>`
    SELECT DISTINCT r."factId" FROM "Review" r
    WHERE r."learnerId" = ${learnerId}::uuid
      AND r."at" >= ${startOfStudyDay(first, timeZone, dayStartHour).toISOString()}::timestamp
      AND r."rating" = 'again' AND r."reversesId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Review" v WHERE v."learnerId" = r."learnerId" AND v."reversesId" = r."id")`
  return idsOf(rows)
}

/** What would be forgotten by the day of the exam, the weakest first; facts never seen last, in the document's order. */
async function beforeExams(
  viewer: Viewer,
  candidates: readonly Candidate[],
  deckId: DeckId | undefined,
  now: Date,
): Promise<readonly Candidate[]> {
  const { learnerId, timeZone, dayStartHour } = viewer
  const today = new Date(studyDay(now, timeZone, dayStartHour) * DAY_MS)
  const exams = await db().exam.findMany({ where: { learnerId, day: { gte: today }, ...(deckId ? { deckId } : {}) } })
  const byDeck = new Map(exams.map((exam) => [exam.deckId, exam]))
  const examOf = ({ deckId: id }: Candidate) => byDeck.get(id)
  const asked = candidates.filter(examOf)
  const lost = asked.filter((candidate) => {
    const exam = examOf(candidate)
    if (!exam || candidate.memory.kind === 'new') return false
    const morning = startOfStudyDay(exam.day.getTime() / DAY_MS, timeZone, dayStartHour)
    return recall(candidate.memory, morning) < exam.target
  })
  return [...weakestFirst(lost, now), ...asked.filter(({ memory }) => memory.kind === 'new')]
}

const DAY_MS = 86_400_000

function weakestFirst<One extends { readonly memory: Memory }>(candidates: readonly One[], now: Date): readonly One[] {
  return [...candidates].sort((one, other) => recall(one.memory, now) - recall(other.memory, now))
}

const idsOf = (rows: readonly { factId: string }[]) => new Set(rows.map(({ factId }) => factId))
