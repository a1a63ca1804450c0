import 'server-only'
import type { DeckId } from '../../core/ids'
import { masteryOf } from '../../core/memory/scheduling/mastery'
import type { Mastery, Memory } from '../../core/memory/scheduling/memory'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { dueStatusOf, dueWindows } from '../../core/memory/session/due-rule'
import type { Viewer } from '../../core/people/viewer'
import { type DeckFact, listDeckFacts } from '../decks/list-deck-facts'
import { memoriesByFact } from '../memories/memory-rows'
import { factsSetAside } from '../study/study-scope'

type DeckPatch = {
  readonly factId: string
  readonly mastery: Mastery
  readonly label: string
  /** False: asked in quizzes only. */
  readonly hasCard: boolean
}

/** One whole deck. */
export type DeckSummary = {
  /** In the document's order, one per fact. */
  readonly patches: readonly DeckPatch[]
  /** To review today, those on their steps among them. What is set aside is not. */
  readonly due: number
  /** Facts never seen that have a card. The daily limit is not applied here. */
  readonly new: number
  readonly lastStudied: Date | null
  /** When the next fact falls due that is not due today. */
  readonly nextDue: Date | null
}

export async function summariseDeck(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<DeckSummary> {
  const facts = await listDeckFacts(viewer, deckId)
  const ids = facts.map(({ id }) => id)
  const [memories, aside] = [await memoriesByFact(viewer, ids), await factsSetAside(viewer, ids, now)]
  const windows = dueWindows(now, parametersOf(viewer))
  const known = facts.map((fact) => ({ fact, memory: memories.get(fact.id) ?? ({ kind: 'new' } as const) }))
  const toCome = known.filter(({ fact }) => fact.cardIds.length > 0 && !aside.has(fact.id))
  const statuses = toCome.map(({ memory }) => dueStatusOf(memory, windows))
  return {
    patches: known.map(({ fact, memory }) => patchOf(fact, memory, now)),
    due: statuses.filter((dueStatus) => dueStatus === 'due' || dueStatus === 'learning').length,
    new: statuses.filter((dueStatus) => dueStatus === 'new').length,
    lastStudied: latest(known.flatMap(({ memory }) => (memory.kind === 'new' ? [] : [memory.lastReview]))),
    nextDue: earliest(
      toCome.flatMap(({ memory }) =>
        memory.kind === 'new' || dueStatusOf(memory, windows) !== null ? [] : [memory.due],
      ),
    ),
  }
}

function patchOf(fact: DeckFact, memory: Memory, now: Date): DeckPatch {
  return { factId: fact.id, mastery: masteryOf(memory, now), label: fact.statement, hasCard: fact.cardIds.length > 0 }
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())))
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.min(...dates.map((date) => date.getTime())))
}
