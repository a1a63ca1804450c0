import type { EndScreenProps } from '@/components/study/end-screen'
import type { Viewer } from '@/lib/core/access/viewer'
import type { DeckId } from '@/lib/core/ids'
import { waitUntil } from '@/lib/core/memory/interval'
import { DEFAULT_PARAMETERS, parametersOf } from '@/lib/core/memory/parameters'
import { type DeckSummary, listDecks, summariseDeck } from '@/lib/data/study/list-decks'
import { studiedToday } from '@/lib/data/study/studied-today'

/** What the end screen tells before anything was rated on this page; looked up only when it is the whole page. */
export async function endOf(
  viewer: Viewer | null,
  deckId: DeckId | null,
  isNow: boolean,
  now: Date,
): Promise<Pick<EndScreenProps, 'scope' | 'changes' | 'next'>> {
  if (!isNow) return { scope: 'day', changes: [], next: null }
  const decks = deckId ? [await summariseDeck(viewer, deckId, now)] : await listBegun(viewer, now)
  if (decks.length === 0) return { scope: 'choose', changes: [], next: null }
  const parameters = viewer ? parametersOf(viewer) : DEFAULT_PARAMETERS
  const nextDue = soonest(decks)
  return {
    scope: decks.every(({ due, new: fresh, nextDue }) => due + fresh === 0 && !nextDue) ? 'no-cards' : 'day',
    changes: await studiedToday(viewer, deckId, now),
    next: nextDue ? waitUntil(nextDue, now, parameters) : null,
  }
}

/** A shipped deck that was never opened is not being studied. */
async function listBegun(viewer: Viewer | null, now: Date): Promise<readonly DeckSummary[]> {
  const decks = await listDecks(viewer, now)
  return decks.filter(({ shipped, lastStudied }) => !shipped || lastStudied !== null)
}

function soonest(decks: readonly Pick<DeckSummary, 'nextDue'>[]): Date | null {
  const times = decks.flatMap(({ nextDue }) => (nextDue ? [nextDue.getTime()] : []))
  return times.length > 0 ? new Date(Math.min(...times)) : null
}
