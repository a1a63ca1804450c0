// The data that tests need: signed-in people, their decks, classes and reviews. It runs
// in the process of the server (seeded-server.mjs), because the embedded database belongs to one process. All of it goes
// through lib/data, as the app does.

import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { DAY_MS } from '@/lib/core/shared/time'
import type { Depth } from '../../lib/core/generation/depth'
import {
  type ClassId,
  DeckId,
  type DocumentId,
  FactId,
  ItemId,
  LearnerId,
  type QuizId,
  ReviewId,
  type SessionId,
} from '../../lib/core/ids'
import type { Rating } from '../../lib/core/memory/scheduling/memory'
import { type ItemType, parseContent, write } from '../../lib/core/question-types/registry'
import { assignDeck } from '../../lib/data/classes/assignments'
import { createClass } from '../../lib/data/classes/classes'
import { joinClass } from '../../lib/data/classes/join-class'
import { chooseItem } from '../../lib/data/decks/accept-items'
import { refreshDeckFacts } from '../../lib/data/decks/refresh-deck-facts'
import { shareDeck } from '../../lib/data/decks/share-deck'
import { importDocument } from '../../lib/data/documents/import-document'
import { recordReviews } from '../../lib/data/memories/record-reviews'
import { createGuest } from '../../lib/data/people/identities'
import { createSession, findSession } from '../../lib/data/people/sessions'
import { createQuiz } from '../../lib/data/quizzes/create-quiz'
import { startAttempt } from '../../lib/data/quizzes/start-attempt'
import { db } from '../../lib/db'
import { env } from '../../lib/env'
import { aRevision } from '../../test/an-item-revision'
import { addFastForgettingHistory } from '../../test/fast-forgetting-history'
import { makeOlder } from '../../test/older-engine'
import { refreshDecks } from '../../test/refresh-decks'
import { OWN_TEXT, OWN_TITLE } from './own-text'

const COOKIE = 'next-auth.session-token'
const COOKIE_SECONDS = 30 * 24 * 60 * 60
const SEED = 1

let machineClock: DateConstructor | null = null

/** From here on this process takes it to be this time and goes on from there; null: the machine's clock again. */
export async function clock(now: string | null): Promise<void> {
  globalThis.Date = machineClock ?? Date
  machineClock = null
  if (now === null) return
  const Machine = Date
  const shift = Machine.parse(now) - Machine.now()
  machineClock = Machine
  globalThis.Date = class extends Machine {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length > 0 ? given : [Machine.now() + shift]) as [number]))
    }
    static override now = () => Machine.now() + shift
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Object.prototype.toString.call(value) === '[object Date]'
    }
  } as DateConstructor
}

/** Somebody with a session; `cookie` is what their browser holds. */
export type SignedIn = {
  readonly learnerId: string
  readonly sessionId: SessionId
  readonly cookie: { readonly name: string; readonly value: string }
}

export async function account({ name, timeZone = 'UTC' }: { name: string; timeZone?: string }): Promise<SignedIn> {
  const now = new Date()
  const learner = await db().learner.create({ data: { name, timeZone, createdAt: now } })
  const email = `${learner.id}@example.org`
  const identity = await db().identity.create({
    data: { learnerId: learner.id, kind: 'account', email, createdAt: now },
  })
  return signedIn(learner.id, identity.id)
}

export async function guest(): Promise<SignedIn> {
  const created = granted(await createGuest({ address: '127.0.0.1', timeZone: 'UTC' }, new Date()))
  return signedIn(created.learnerId, created.identityId)
}

/** Another device of the same learner. */
export async function session(learnerId: string): Promise<SignedIn> {
  const identity = await db().identity.findFirstOrThrow({ where: { learnerId } })
  return signedIn(learnerId, identity.id)
}

async function signedIn(learnerId: string, identityId: string): Promise<SignedIn> {
  const sessionId = await createSession(LearnerId.parse(learnerId), identityId, new Date())
  const value = await encode({ token: { sessionId }, secret: env.NEXTAUTH_SECRET ?? '', maxAge: COOKIE_SECONDS })
  return { learnerId, sessionId, cookie: { name: COOKIE, value } }
}

export type Settings = {
  timeZone?: string
  dayStartHour?: number
  newPerDay?: number
  duePerDay?: number
  singleKeys?: boolean
}

export async function settings(learnerId: string, chosen: Settings): Promise<void> {
  await db().learner.update({ where: { id: learnerId }, data: chosen })
}

export type OwnDeck = { readonly deckId: DeckId; readonly documentId: DocumentId; readonly factIds: readonly FactId[] }

/** A document of their own, read by the engine as an import is. */
export async function deck(sessionId: SessionId, { title, text }: { title: string; text: string }): Promise<OwnDeck> {
  const viewer = await viewerOf(sessionId)
  const imported = granted(await importDocument(viewer, { title, content: text, fileName: null }, {}, new Date()))
  const { deckId, documentId } = imported
  return { deckId, documentId, factIds: await factsOfDeck(deckId) }
}

/** A deck that comes with Bilim. */
export async function shippedDeck(title: string): Promise<DeckId> {
  const { id } = await db().deck.findFirstOrThrow({ where: { ownerId: null, title }, select: { id: true } })
  return DeckId.parse(id)
}

export async function share(sessionId: SessionId, deckId: DeckId): Promise<string> {
  const shared = granted(await shareDeck(await viewerOf(sessionId), deckId, new Date()))
  return `/shared/${shared.secret}`
}

export async function schoolClass(sessionId: SessionId, name: string): Promise<{ id: ClassId; code: string }> {
  const { classId, code } = granted(await createClass(await viewerOf(sessionId), { name }, new Date()))
  return { id: classId, code }
}

/** Gives the class a deck to study, or a quiz on it. */
export async function assignment(
  sessionId: SessionId,
  { classId, deckId, kind }: { classId: ClassId; deckId: DeckId; kind: 'study' | 'practice' | 'test' },
): Promise<void> {
  const viewer = await viewerOf(sessionId)
  const work = kind === 'study' ? { kind } : { kind: 'quiz' as const, count: 10, mode: kind }
  granted(await assignDeck(viewer, { classId, deckId, dueAt: null, ...work }, SEED, new Date()))
}

/** A learner who came with nothing but the code and a name. */
export async function classmate({ code, name }: { code: string; name: string }): Promise<SignedIn> {
  const joined = granted(await joinClass({ code, name, address: '127.0.0.1' }, null, new Date()))
  return signedIn(joined.learnerId, joined.identityId ?? '')
}

export async function join(sessionId: SessionId, entry: { code: string; name: string }): Promise<void> {
  granted(await joinClass({ ...entry, address: '127.0.0.1' }, await viewerOf(sessionId), new Date()))
}

export type PastRating = {
  /** Place of the fact in the deck's document. */
  readonly fact: number
  readonly rating: Rating
  readonly daysAgo: number
}

/** Ratings as a device that was offline until now sends them; their ids. */
export async function reviews(
  sessionId: SessionId,
  factIds: readonly FactId[],
  ratings: readonly PastRating[],
): Promise<string[]> {
  const now = Date.now()
  const viewer = await viewerOf(sessionId)
  const rows = ratings.map(({ fact, rating, daysAgo }) => ({
    ...{ id: ReviewId.parse(randomUUID()), factId: FactId.parse(factIds[fact]), itemId: null, revisionId: null },
    ...{ rating, at: new Date(Math.round(now - daysAgo * DAY_MS)), durationMs: 6_000 },
  }))
  const recorded = await recordReviews(viewer, rows, new Date(now))
  for (const { kind } of recorded) if (kind !== 'saved') throw new Error(`A rating was ${kind}.`)
  return rows.map(({ id }) => id)
}

/** Two months of reviews, of somebody who forgets much faster than most. */
export async function forgetfulHistory(learnerId: string, documentId: string): Promise<void> {
  await addFastForgettingHistory(learnerId, documentId, new Date())
}

export async function factsOfDeck(deckId: DeckId): Promise<FactId[]> {
  const where = { retired: false, inDecks: { some: { deckId, hasCard: true } } }
  const facts = await db().fact.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } })
  return facts.map(({ id }) => FactId.parse(id))
}

/** An attempt in practice that nobody has handed in. */
export async function attempt(sessionId: SessionId, deckId: DeckId): Promise<{ quizId: QuizId; attemptId: string }> {
  const viewer = await viewerOf(sessionId)
  const { quizId } = granted(await createQuiz(viewer, { deckId, count: 10, mode: 'practice' }, SEED, new Date()))
  const started = granted(await startAttempt(viewer, quizId, null, new Date()))
  return { quizId, attemptId: started.attemptId }
}

/** An item with what is to stay on the server. */
export type KeyedItem = {
  readonly type: string
  readonly stem: string
  readonly options: readonly string[]
  readonly key: readonly string[]
  readonly explanation: string
  readonly distractorReasons: Readonly<Record<string, string>>
  readonly distractorEvidence: Readonly<Record<string, { quote: string }>>
  readonly evidence: readonly { quote: string }[]
}

export async function items(deckId: DeckId): Promise<KeyedItem[]> {
  const found = await db().revision.findMany({
    where: { item: { document: { decks: { some: { id: deckId } } } } },
  })
  return found.map(({ stem, content, explanation, evidence }) => {
    const typed = parseContent(content)
    const { options, key, distractorReasons, distractorEvidence } = write(typed)
    return {
      ...{ type: typed.type, stem, options, key, explanation, distractorReasons, distractorEvidence },
      evidence: evidence as unknown as KeyedItem['evidence'],
    }
  })
}

/** Its author rejects every item of another type. */
export async function keepOnly(sessionId: SessionId, deckId: DeckId, types: readonly string[]): Promise<void> {
  const viewer = await viewerOf(sessionId)
  const rejected = { choice: 'rejected', revisionId: null } as const
  const where = { document: { decks: { some: { id: deckId } } }, type: { notIn: [...types] } }
  for (const { id } of await db().item.findMany({ where, select: { id: true } }))
    granted(await chooseItem(viewer, deckId, ItemId.parse(id), rejected, new Date()))
}

/** Every item of the document waits for its author's check. */
export async function doubtAll(documentId: DocumentId): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.item.updateMany({ where: { documentId }, data: { tier: 'B' } })
    // A reason against those of one type; the others are only unsure.
    const doubts = [{ code: 'key-not-specific', values: { key: 'it' } }]
    await tx.item.updateMany({ where: { documentId, type: 'flashcard' }, data: { doubts } })
    await refreshDeckFacts(tx, { documentId })
  })
}

/** Only this depth and the wider ones show the items of a type. */
export async function moveBeyond(documentId: DocumentId, type: ItemType, depth: Depth) {
  await db().item.updateMany({ where: { documentId, type }, data: { depth } })
  await refreshDecks(documentId)
}

/** Lets an older engine have read the document, with fewer items; how many are missing. */
export async function olderEngine(documentId: DocumentId): Promise<number> {
  return makeOlder(documentId)
}

type KnownItem = { type: ItemType; stem: string; key: string[]; options?: string[]; reasons?: Record<string, string> }

const FACT_ASKED_THREE_WAYS: KnownItem[] = [
  {
    type: 'choice',
    stem: 'How many castes has a honey bee colony?',
    key: ['three'],
    options: ['two', 'three', 'four'],
    reasons: { two: 'The drones are a caste of their own.', four: 'There is no fourth.' },
  },
  { type: 'cloze', stem: 'A honey bee colony has _____ castes.', key: ['three'] },
  { type: 'flashcard', stem: 'Castes of a honey bee colony', key: ['three'] },
]
const FACT_OF_A_NUMBER: KnownItem[] = [
  { type: 'numeric', stem: `${OWN_TITLE}, The colony: How many eggs does the queen lay?`, key: ['2,000 eggs'] },
]

const TWO_GAPS: KnownItem = {
  type: 'gaps',
  stem: 'A honey bee colony has _____ castes, and the _____ lays the eggs.',
  key: ['three', 'queen'],
}

/** A deck with fixed items on the text about bees: a fact that is asked in three forms, and one with a number. */
export async function knownDeck(sessionId: SessionId): Promise<OwnDeck> {
  const { made, first, second } = await deckWithoutItems(sessionId)
  for (const item of FACT_ASKED_THREE_WAYS) await addItem(made.documentId, [first], item)
  for (const item of FACT_OF_A_NUMBER) await addItem(made.documentId, [second], item)
  await refreshDecks(made.documentId)
  return made
}

/** The same deck with one question, which has a gap for each of two facts. */
export async function deckWithGaps(sessionId: SessionId): Promise<OwnDeck> {
  const { made, first, second } = await deckWithoutItems(sessionId)
  await addItem(made.documentId, [first, second], TWO_GAPS)
  await refreshDecks(made.documentId)
  return made
}

/** The same deck with one flashcard for each fact. */
export async function deckOfFlashcards(sessionId: SessionId): Promise<OwnDeck> {
  const { made } = await deckWithoutItems(sessionId)
  for (const [place, factId] of made.factIds.entries()) {
    const number = String(place + 1)
    await addItem(made.documentId, [factId], { type: 'flashcard', stem: `The fact at place ${number}`, key: [number] })
  }
  await refreshDecks(made.documentId)
  return made
}

export type Arrangement = {
  readonly type: 'matching' | 'ordering'
  readonly stem: string
  /** Each entry of the key, and how the sentence begins that states it. */
  readonly entries: readonly (readonly [entry: string, sentence: string])[]
}

/** Adds questions with several entries, each on the fact of its own sentence. */
export async function addArrangements(documentId: DocumentId, arrangements: readonly Arrangement[]): Promise<void> {
  for (const { type, stem, entries } of arrangements) {
    const facts = await Promise.all(entries.map(([, sentence]) => factThatBegins(documentId, sentence)))
    const [first, ...more] = facts
    if (!first) throw new Error('An arrangement has entries.')
    const key = entries.map(([entry]) => entry)
    const options = type === 'matching' ? key.map((line) => line.split(' → ').at(-1) ?? '') : [...key]
    await addItem(documentId, [first, ...more], { type, stem, key, options: options.reverse() })
  }
  await refreshDecks(documentId)
}

async function factThatBegins(documentId: DocumentId, sentence: string): Promise<FactId> {
  const where = { documentId, statement: { startsWith: sentence } }
  const { id } = await db().fact.findFirstOrThrow({ where, orderBy: { position: 'asc' }, select: { id: true } })
  return FactId.parse(id)
}

async function deckWithoutItems(sessionId: SessionId) {
  const made = await deck(sessionId, { title: OWN_TITLE, text: OWN_TEXT })
  await db().item.deleteMany({ where: { documentId: made.documentId } })
  const [first] = made.factIds
  if (!first) throw new Error('There is no fact.')
  // Of another sentence, so that neither is answered by what proves the other.
  return { made, first, second: await factThatBegins(made.documentId, 'The drone is') }
}

async function addItem(
  documentId: DocumentId,
  factIds: readonly [FactId, ...FactId[]],
  item: KnownItem,
): Promise<void> {
  const { type } = item
  const position = await db().item.count({ where: { documentId } })
  const evidence = await Promise.all(factIds.map(evidenceOf))
  const { id } = await db().item.create({
    data: {
      ...{ documentId, position, contentKey: `known-${position}`, type, tier: 'A', engine: 'known' },
      facts: { create: factIds.map((factId, slot) => ({ factId, slot })) },
    },
  })
  const words = aRevision({ ...item, evidence: evidence.flat() })
  await db().revision.create({ data: { itemId: id, number: 1, ...words } })
}

async function evidenceOf(factId: FactId) {
  const { spans, document } = await db().fact.findUniqueOrThrow({ where: { id: factId }, include: { document: true } })
  const [proof] = spans as { start: number; end: number }[]
  return proof ? [{ ...proof, quote: document.text.slice(proof.start, proof.end) }] : []
}

async function viewerOf(sessionId: SessionId) {
  const viewer = await findSession(sessionId, new Date())
  if (!viewer) throw new Error('There is no such session.')
  return viewer
}

function granted<Result extends { kind: string }>(result: Result): Exclude<Result, { kind: 'rejected' }> {
  if (result.kind === 'rejected') throw new Error(`Refused: ${JSON.stringify(result)}`)
  return result as Exclude<Result, { kind: 'rejected' }>
}
