import type { EndScreenProps } from '@/components/study/end-screen'
import type { Viewer } from '@/lib/core/access/viewer'
import type { DeckId } from '@/lib/core/ids'
import { waitUntil } from '@/lib/core/memory/interval'
import { parametersOf } from '@/lib/core/memory/parameters'
import { countStudyable, type DeckContents } from '@/lib/data/decks/count-studyable'
import { studiedToday } from '@/lib/data/study/studied-today'
import { studyOutlook } from '@/lib/data/study/study-outlook'

/** What the end screen tells before anything was rated on this page; looked up only when it is the whole page. */
export async function endOf(
  viewer: Viewer | null,
  deckId: DeckId | null,
  isNow: boolean,
  now: Date,
): Promise<
  Pick<EndScreenProps, 'scope' | 'changes' | 'next' | 'waiting'> & Partial<Pick<EndScreenProps, 'holdsBackNew'>>
> {
  const nothing = { changes: [], next: null, waiting: { kind: 'none' } } as const
  if (!isNow) return { ...nothing, scope: 'day' }
  const { cards, nextDue, holdsBackNew } = await studyOutlook(viewer, deckId, now)
  // Where no deck has cards nothing can be said but that one is to be chosen.
  if (cards === 0 && !deckId) return { ...nothing, scope: 'choose', holdsBackNew }
  const contents = cards === 0 && deckId ? await countStudyable(viewer, deckId) : null
  const parameters = parametersOf(viewer)
  return {
    scope: scopeOf(contents),
    waiting: contents?.waiting ?? { kind: 'none' },
    changes: await studiedToday(viewer, deckId, now),
    next: nextDue ? waitUntil(nextDue, now, parameters) : null,
    holdsBackNew,
  }
}

/** `contents`: of a deck without cards. */
function scopeOf(contents: DeckContents | null): EndScreenProps['scope'] {
  if (!contents) return 'day'
  return contents.facts === 0 ? 'no-items' : 'no-cards'
}
