import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { type DeckPack, packMemory, roomFor } from '../../core/memory/deck-pack'
import { DEFAULT_PARAMETERS, parametersOf } from '../../core/memory/parameters'
import { takeFacts } from '../../core/memory/pick-facts'
import { db } from '../../db'
import { findDeck } from '../decks/find-deck'
import { cardExtras } from './card-extras'
import { dailyLimits } from './daily-limits'
import { laidOnDeck } from './laid-on-deck'
import { makeCard } from './make-card'
import { factsOfDeck } from './named-facts'
import { readCards } from './read-cards'
import { studyScope } from './study-scope'

/** All that a device needs to go on with a deck without the server; null when the viewer may not see the deck. */
export async function packDeck(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<DeckPack | null> {
  const [head, scope] = await Promise.all([findDeck(viewer, deckId), studyScope(viewer, deckId)])
  if (!head || !scope) return null
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  // First: what is laid while the pack is made is news to it.
  const laid = await laidOnDeck(viewer, deckId)
  const marks = await setAsideIn(viewer, deckId)
  const found = await factsOfDeck(scope, deckId)
  const studied = found.map((fact) => ({ ...fact, suspended: marks.get(fact.factId)?.suspended ?? false }))
  const kept = takeFacts(roomFor(studied), now, parameters)
  const read = await readCards(kept)
  const extras = await cardExtras(viewer, read)
  const facts = read.map(({ memory, fact, ...parts }) => ({
    factId: fact.id,
    card: makeCard({ ...parts, memory, fact, parameters, extras: extras.get(fact.id) }, now),
    memory: packMemory(memory),
    buriedUntil: marks.get(fact.id)?.buriedUntil?.getTime() ?? null,
    suspended: marks.get(fact.id)?.suspended ?? false,
  }))
  return {
    deckId,
    title: head.title,
    owner: viewer?.learnerId ?? null,
    isGuest: viewer === null || viewer.wayIn === 'guest',
    madeAt: now.getTime(),
    parameters,
    limits: await limitsOf(viewer, now),
    laid,
    facts,
    left: studied.length - kept.length,
  }
}

/** A stranger has done nothing today: what is left is the whole. */
async function limitsOf(viewer: Viewer | null, now: Date): Promise<DeckPack['limits']> {
  const left = await dailyLimits(viewer, now)
  return { left, perDay: viewer ? { new: viewer.newPerDay, due: viewer.duePerDay } : left }
}

type Aside = { readonly suspended: boolean; readonly buriedUntil: Date | null }

/** What the viewer has laid on facts of the deck that keeps them out of study, by fact; a burial may be over. */
async function setAsideIn(viewer: Viewer | null, deckId: DeckId): Promise<ReadonlyMap<string, Aside>> {
  if (!viewer) return new Map()
  const fact = { document: { decks: { some: { id: deckId } } } }
  const rows = await db().factMark.findMany({ where: { learnerId: viewer.learnerId, fact } })
  return new Map(rows.map((row) => [row.factId, row]))
}
