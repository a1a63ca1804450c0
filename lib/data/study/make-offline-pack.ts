import 'server-only'
import { createHash } from 'node:crypto'
import type { DeckId } from '../../core/ids'
import { type DeckPack, factsToKeep, type PackedExam, packMemory } from '../../core/memory/offline-pack/deck-pack'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { withDueStatus } from '../../core/memory/session/todays-facts'
import { isGuest, type Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { findDeck } from '../decks/find-deck'
import { tagsByFact } from '../tags/tags'
import { cardExtras } from './card-extras'
import { lapsesByFact } from './custom-study'
import { doneToday, limitsPerDay } from './daily-limits'
import { examDeck, findExams } from './exam-plan'
import { factsOfDeck } from './facts-by-id'
import { makeCard } from './make-card'
import { readCards } from './read-cards'
import { type StudyScope, studyScope } from './study-scope'

/** All that a device needs to go on with a deck without the server; null when the viewer may not see the deck. */
export async function makeOfflinePack(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<DeckPack | null> {
  const [head, scope] = await Promise.all([findDeck(viewer, deckId), studyScope(viewer, deckId)])
  if (!head || !scope) return null
  // First, so that what is annotated while the pack is made changes the next etag.
  const annotationsEtag = await deckEtag(viewer, deckId)
  const [{ facts, left }, { createdAt }, done] = await Promise.all([
    packFacts(scope, deckId, now),
    db().deck.findUniqueOrThrow({ where: { id: deckId }, select: { createdAt: true } }),
    doneToday(viewer, now),
  ])
  return {
    deckId,
    title: head.title,
    owner: viewer?.learnerId ?? null,
    isGuest: isGuest(viewer),
    madeAt: now.getTime(),
    parameters: parametersOf(viewer),
    limits: { perDay: limitsPerDay(viewer), done },
    annotationsEtag,
    createdAt: createdAt.getTime(),
    exam: viewer && (await packExam(viewer, deckId, facts, now)),
    facts,
    left,
  }
}

/** Cards, memories, and what selections ask about. */
async function packFacts(scope: StudyScope, deckId: DeckId, now: Date): Promise<Pick<DeckPack, 'facts' | 'left'>> {
  const { viewer } = scope
  const parameters = parametersOf(viewer)
  const [flags, found] = await Promise.all([setAsideIn(viewer, deckId), factsOfDeck(scope, deckId)])
  const studied = found.map((fact) => ({ ...fact, suspended: flags.get(fact.factId)?.suspended ?? false }))
  const kept = withDueStatus(factsToKeep(studied), now, parameters)
  const read = await readCards(kept)
  const [extras, tags, lapses] = await Promise.all([
    cardExtras(viewer, read),
    tagsByFact(
      viewer,
      read.map(({ fact }) => fact.id),
    ),
    lapsesByFact(viewer, now),
  ])
  const facts = read.map(({ memory, fact, ...parts }) => ({
    factId: fact.id,
    card: makeCard({ ...parts, memory, fact, parameters, extras: extras.get(fact.id) }, now),
    memory: packMemory(memory),
    buriedUntil: flags.get(fact.id)?.buriedUntil?.getTime() ?? null,
    suspended: flags.get(fact.id)?.suspended ?? false,
    tags: tags.get(fact.id) ?? [],
    lapses: lapses.get(fact.id) ?? [],
  }))
  return { facts, left: studied.length - kept.length }
}

/** The viewer's exam on the deck, with the facts that count for it and are not in the pack. */
async function packExam(
  viewer: Viewer,
  deckId: DeckId,
  packed: DeckPack['facts'],
  now: Date,
): Promise<PackedExam | null> {
  const [found] = await findExams(viewer, deckId)
  if (!found) return null
  const { facts, pace } = await examDeck(viewer, deckId, now)
  const here = new Set(packed.map(({ factId }) => factId))
  let before = 0
  const others: PackedExam['others'][number][] = []
  for (const { factId, memory, studied } of facts) {
    if (here.has(factId)) before += 1
    else others.push({ factId, before, memory: packMemory(memory), studied })
  }
  return { ...found.exam, setAt: found.setAt.getTime(), ...pace, others }
}

type Aside = { readonly suspended: boolean; readonly buriedUntil: Date | null }

/** What the viewer has set on facts of the deck that keeps them out of study, by fact; a burial may be over. */
async function setAsideIn(viewer: Viewer | null, deckId: DeckId): Promise<ReadonlyMap<string, Aside>> {
  if (!viewer) return new Map()
  const fact = { document: { decks: { some: { id: deckId } } } }
  const rows = await db().factFlag.findMany({ where: { learnerId: viewer.learnerId, fact } })
  return new Map(rows.map((row) => [row.factId, row]))
}

/**
 * Changes as soon as the viewer annotates the deck or its facts, or changes settings of study: by it a device sees that its
 * pack is outdated. It depends on the viewer's own rows only, so it does not tell whether there is such a deck.
 */
export async function deckEtag(viewer: Viewer | null, deckId: DeckId): Promise<string> {
  if (!viewer) return ''
  const { learnerId, desiredRetention, timeZone, dayStartHour, newPerDay, duePerDay } = viewer
  const where = { learnerId, fact: { inDecks: { some: { deckId } } } }
  const annotations = await Promise.all([
    db().factFlag.findMany({ where, orderBy: { factId: 'asc' } }),
    db().factTag.findMany({ where, orderBy: [{ factId: 'asc' }, { name: 'asc' }] }),
    db().deckTag.findMany({ where: { learnerId }, orderBy: [{ deckId: 'asc' }, { name: 'asc' }] }),
    db().exam.findMany({ where: { learnerId, deckId } }),
  ])
  const settings = [desiredRetention, timeZone, dayStartHour, newPerDay, duePerDay]
  return createHash('sha256')
    .update(JSON.stringify([annotations, settings]))
    .digest('base64url')
}
