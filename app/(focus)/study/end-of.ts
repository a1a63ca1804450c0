import type { EndScreenProps } from '@/components/study/end-screen'
import type { Viewer } from '@/lib/core/access/viewer'
import type { DeckId } from '@/lib/core/ids'
import { waitUntil } from '@/lib/core/memory/interval'
import { parametersOf } from '@/lib/core/memory/parameters'
import { studiedToday } from '@/lib/data/study/studied-today'
import { studyOutlook } from '@/lib/data/study/study-outlook'

/** What the end screen tells before anything was rated on this page; looked up only when it is the whole page. */
export async function endOf(
  viewer: Viewer | null,
  deckId: DeckId | null,
  isNow: boolean,
  now: Date,
): Promise<Pick<EndScreenProps, 'scope' | 'changes' | 'next'> & Partial<Pick<EndScreenProps, 'holdsBackNew'>>> {
  if (!isNow) return { scope: 'day', changes: [], next: null }
  const { decks, cards, nextDue, holdsBackNew } = await studyOutlook(viewer, deckId, now)
  if (decks === 0) return { scope: 'choose', changes: [], next: null, holdsBackNew }
  const parameters = parametersOf(viewer)
  return {
    scope: cards === 0 ? 'no-cards' : 'day',
    changes: await studiedToday(viewer, deckId, now),
    next: nextDue ? waitUntil(nextDue, now, parameters) : null,
    holdsBackNew,
  }
}
