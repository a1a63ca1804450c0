import 'server-only'
import type { ShownReading } from '@/components/reading/use-reading'
import type { DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { countStudyable } from '@/lib/data/decks/find-deck'
import { findReading } from '@/lib/data/readings/find-reading'

/** The reading of the viewer's own deck, as its pages show it; null where there is none. */
export async function readShown(viewer: Viewer | null, deckId: DeckId): Promise<ShownReading | null> {
  const reading = viewer ? await findReading(viewer, deckId) : null
  if (!reading) return null
  const contents = await countStudyable(viewer, deckId)
  const { consent: _, promptTokens, completionTokens, resumeAt, ...shown } = reading
  return {
    ...shown,
    resumeAt: resumeAt?.toISOString() ?? null,
    tokens: promptTokens + completionTokens,
    cards: contents?.cards ?? 0,
  }
}
