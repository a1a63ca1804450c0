import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { masteryOf } from '../../core/memory/mastery'
import type { Mastery, Memory } from '../../core/memory/memory'
import { DEFAULT_PARAMETERS, parametersOf } from '../../core/memory/parameters'
import { pileOf } from '../../core/memory/pile'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'
import { type DeckFact, listDeckFacts } from './list-deck-facts'
import { memoriesByFact } from './memories-by-fact'

type DeckPatch = {
  readonly factId: string
  readonly mastery: Mastery
  readonly label: string
  /** False: asked in quizzes only. */
  readonly hasCard: boolean
}

export type DeckSummary = {
  readonly id: DeckId
  readonly title: string
  readonly mayEdit: boolean
  readonly shipped: boolean
  /** In the document's order, one per fact. */
  readonly patches: readonly DeckPatch[]
  /** To review today, those on their steps among them. */
  readonly due: number
  /** Facts never seen that have a card. The daily limit is not applied here. */
  readonly new: number
  readonly lastStudied: Date | null
  /** When the next fact falls due that is not due today. */
  readonly nextDue: Date | null
}

/** All decks that the viewer may study, their own first, then those begun. */
export async function listDecks(viewer: Viewer | null, now: Date): Promise<readonly DeckSummary[]> {
  const decks = await db().deck.findMany({ where: decksVisibleTo(viewer), orderBy: { createdAt: 'desc' } })
  const opened: { deck: (typeof decks)[number]; facts: readonly DeckFact[] }[] = []
  for (const deck of decks) opened.push({ deck, facts: await listDeckFacts(viewer, DeckId.parse(deck.id)) })
  const memories = await memoriesByFact(
    viewer,
    opened.flatMap(({ facts }) => facts.map(({ id }) => id)),
  )
  const summaries = opened.map(({ deck, facts }): DeckSummary => {
    const head = { id: DeckId.parse(deck.id), title: deck.title }
    const kind = { mayEdit: isOwn(deck, viewer), shipped: deck.ownerId === null }
    return { ...head, ...kind, ...summarise(viewer, facts, memories, now) }
  })
  return summaries.sort((one, other) => rank(one) - rank(other) || lastTime(other) - lastTime(one))
}

type Progress = Pick<DeckSummary, 'patches' | 'due' | 'new' | 'lastStudied' | 'nextDue'>

export async function summariseDeck(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<Progress> {
  const facts = await listDeckFacts(viewer, deckId)
  const memories = await memoriesByFact(
    viewer,
    facts.map(({ id }) => id),
  )
  return summarise(viewer, facts, memories, now)
}

function summarise(
  viewer: Viewer | null,
  facts: readonly DeckFact[],
  memories: ReadonlyMap<string, Memory>,
  now: Date,
): Progress {
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  const known = facts.map((fact) => ({ fact, memory: memories.get(fact.id) ?? ({ kind: 'new' } as const) }))
  const piles = known.filter(({ fact }) => fact.cardIds.length > 0).map(({ memory }) => pileOf(memory, now, parameters))
  return {
    patches: known.map(({ fact, memory }) => patchOf(fact, memory, now)),
    due: piles.filter((pile) => pile === 'due' || pile === 'learning').length,
    new: piles.filter((pile) => pile === 'new').length,
    lastStudied: latest(known.flatMap(({ memory }) => (memory.kind === 'new' ? [] : [memory.lastReview]))),
    nextDue: earliest(
      known.flatMap(({ memory }) =>
        memory.kind === 'new' || pileOf(memory, now, parameters) !== null ? [] : [memory.due],
      ),
    ),
  }
}

function patchOf(fact: DeckFact, memory: Memory, now: Date): DeckPatch {
  return { factId: fact.id, mastery: masteryOf(memory, now), label: fact.statement, hasCard: fact.cardIds.length > 0 }
}

function isOwn(deck: { ownerId: string | null }, viewer: Viewer | null): boolean {
  return viewer !== null && deck.ownerId === viewer.learnerId
}

function rank(deck: DeckSummary): number {
  return deck.lastStudied ? 0 : deck.shipped ? 2 : 1
}

function lastTime(deck: DeckSummary): number {
  return deck.lastStudied?.getTime() ?? 0
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())))
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())))
}
