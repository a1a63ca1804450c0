import 'server-only'
import type { Viewer } from '@/lib/core/people/viewer'
import { isRevealed } from '@/lib/data/quizzes/find-attempt'
import { db } from '@/lib/db'

/** Raised when a field changes its meaning, so that what reads an export knows. */
const EXPORT_VERSION = 1

/** Everything that is the viewer's, as plain values for JSON. No hashes, and nobody else's answers. */
export async function exportLearner(viewer: Viewer, now: Date) {
  const { learnerId } = viewer
  const [learner, documents, decks, memories, reviews, quizzes, attempts, memberships, flags] = await Promise.all([
    exportPerson(learnerId),
    exportDocuments(learnerId),
    db().deck.findMany({ where: { ownerId: learnerId }, include: { choices: true }, orderBy: { createdAt: 'asc' } }),
    db().memory.findMany({
      where: { learnerId },
      include: { fact: { select: { statement: true } } },
      orderBy: { due: 'asc' },
    }),
    db().review.findMany({ where: { learnerId }, orderBy: { at: 'asc' } }),
    db().quiz.findMany({ where: { ownerId: learnerId }, include: { questions: true }, orderBy: { createdAt: 'asc' } }),
    exportAttempts(learnerId),
    exportMemberships(learnerId),
    exportFlags(learnerId),
  ])
  return {
    format: 'bilim',
    version: EXPORT_VERSION,
    exportedAt: now,
    ...{ learner, documents, decks, memories, reviews, quizzes, attempts, memberships, ...flags },
  }
}

/** Whether an answer is right stays out until it may be shown: else an export in the middle of a test would tell. */
async function exportAttempts(learnerId: string) {
  const attempts = await db().attempt.findMany({
    where: { learnerId },
    include: { responses: { orderBy: { position: 'asc' } } },
    orderBy: { startedAt: 'asc' },
  })
  return attempts.map((attempt) => ({
    ...attempt,
    responses: attempt.responses.map(({ points, correct, ...given }) =>
      isRevealed(attempt, given.position) ? { ...given, points, correct } : given,
    ),
  }))
}

async function exportFlags(learnerId: string) {
  const where = { learnerId }
  const [flags, factTags, deckTags, exams, fittedWeights, readings, shares] = await Promise.all([
    db().factFlag.findMany({ where }),
    db().factTag.findMany({ where }),
    db().deckTag.findMany({ where }),
    db().exam.findMany({ where }),
    db().fittedWeights.findMany({ where }),
    db().deckReader.findMany({ where }),
    db().deckShare.findMany({ where: { deck: { ownerId: learnerId } }, select: { deckId: true, createdAt: true } }),
  ])
  return { flags, factTags, deckTags, exams, fittedWeights, readings, shares }
}

function exportPerson(learnerId: string) {
  return db().learner.findUniqueOrThrow({
    where: { id: learnerId },
    include: {
      identities: { select: { kind: true, email: true, issuer: true, createdAt: true } },
      sessions: { select: { createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true } },
    },
  })
}

function exportDocuments(ownerId: string) {
  return db().document.findMany({
    where: { ownerId },
    include: { facts: true, items: { include: { facts: true, revisions: true } } },
    orderBy: { createdAt: 'asc' },
  })
}

// Of a class: what it is and what it was given; of a class that is taught, not who else is in it.
function exportMemberships(learnerId: string) {
  return db().membership.findMany({
    where: { learnerId },
    include: { class: { select: { name: true, createdAt: true, endedAt: true, assignments: true } } },
    orderBy: { joinedAt: 'asc' },
  })
}
