import { randomInt, randomUUID } from 'node:crypto'
import { DAY_MS } from '@/lib/core/shared/time'
import { ClassId, type DeckId, type DocumentId, FactId, ItemId, LearnerId, SessionId } from '../lib/core/ids'
import { DEFAULT_WEIGHTS } from '../lib/core/memory/scheduling/parameters'
import { makeClassCode } from '../lib/core/people/access-codes'
import type { Viewer } from '../lib/core/people/viewer'
import { importDocument } from '../lib/data/documents/import-document'
import { db } from '../lib/db'

export const NOW = new Date('2026-11-24T09:00:00Z')
const SESSION_DAYS = 30

/** A text of our own that the engine finds facts in, of every kind that it asks. */
export const TEXT = `# The mountain lakes of Kyrgyzstan

Issyk-Kul is a lake in the north of Kyrgyzstan. Issyk-Kul is 668 metres deep. The name Issyk-Kul means warm lake.

The largest lakes of Kyrgyzstan are:

- Issyk-Kul
- Song-Kol
- Chatyr-Kol
- Sary-Chelek

The rivers that begin in the mountains are:

- the Naryn
- the Chu
- the Talas
- the Kara Darya

The town of Karakol was founded in 1869. The railway reached Balykchy in 1948. The Naryn flows into the Syr Darya.
`

/** Somebody who is signed in. */
export async function aLearner(given: Partial<Viewer> = {}): Promise<Viewer> {
  const identityKind = given.identityKind ?? 'account'
  const name = given.name ?? 'Aizada'
  const learner = await db().learner.create({ data: { name, createdAt: NOW } })
  const email = identityKind === 'account' ? `${learner.id}@example.org` : null
  const identity = await db().identity.create({
    data: { learnerId: learner.id, kind: identityKind, email, createdAt: NOW },
  })
  const session = await db().session.create({
    data: {
      learnerId: learner.id,
      identityId: identity.id,
      expiresAt: new Date(NOW.getTime() + SESSION_DAYS * DAY_MS),
    },
  })
  return {
    locale: 'en',
    theme: 'system',
    timeZone: learner.timeZone,
    dayStartHour: learner.dayStartHour,
    desiredRetention: learner.desiredRetention,
    weights: DEFAULT_WEIGHTS,
    newPerDay: learner.newPerDay,
    duePerDay: learner.duePerDay,
    singleKeys: learner.singleKeys,
    ...given,
    learnerId: LearnerId.parse(learner.id),
    sessionId: SessionId.parse(session.id),
    identityKind,
    name,
  }
}

export type ADocument = {
  readonly deckId: DeckId
  readonly documentId: DocumentId
  readonly factIds: readonly FactId[]
  readonly itemIds: readonly ItemId[]
}

/** A document of the learner's own with its deck, made by the engine. */
export async function aDocument(owner: Viewer, text = TEXT, title = 'The mountain lakes'): Promise<ADocument> {
  const imported = await importDocument(owner, { title, content: text, fileName: null }, {}, NOW)
  if (imported.kind === 'rejected') throw new Error(`The text was not imported: ${imported.reason}`)
  const { deckId, documentId } = imported
  const where = { documentId }
  const [facts, items] = await Promise.all([
    db().fact.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } }),
    db().item.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } }),
  ])
  return {
    deckId,
    documentId,
    factIds: facts.map(({ id }) => FactId.parse(id)),
    itemIds: items.map(({ id }) => ItemId.parse(id)),
  }
}

/** A deck of the learner's own; its document's text is another one each time. */
export function aDeck(owner: Viewer): Promise<ADocument> {
  return aDocument(owner, `${TEXT}\nNote ${randomUUID()}.\n`)
}

/** A class with its teacher and, where given, learners. */
export async function aClass(teacher: Viewer, learners: readonly Viewer[] = []) {
  const name = `Class ${randomUUID().slice(0, 8)}`
  const code = makeClassCode(randomInt)
  const created = await db().class.create({ data: { name, code, createdAt: NOW } })
  const members = [
    { viewer: teacher, role: 'teacher' as const },
    ...learners.map((viewer) => ({ viewer, role: 'learner' as const })),
  ]
  for (const { viewer, role } of members) {
    await db().membership.create({
      data: { classId: created.id, learnerId: viewer.learnerId, role, name: viewer.name, joinedAt: NOW },
    })
  }
  return { classId: ClassId.parse(created.id), code, name }
}

/** Lets the class study the deck, as `assignDeck` does. */
export async function anAssignment(classId: ClassId, deckId: DeckId): Promise<string> {
  const { id } = await db().assignment.create({
    data: { classId, deckId, title: 'Lakes', opensAt: NOW, createdAt: NOW },
  })
  return id
}
