import type { RegenerateEvent } from '@/components/items/regeneration'
import { DeckId } from '@/lib/core/ids'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { isSameOrigin } from '@/lib/same-origin'
import { getViewer } from '@/lib/session'
import { regenerationOutcome } from '../../../../(learn)/decks/[id]/items/regeneration-outcome'
import { streamEvents } from '../../../stream-events'

type Context = { params: Promise<{ id: string }> }

/** Regenerates a deck with the present engine. Disconnecting before the saving begins cancels it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const deckId = DeckId.safeParse((await params).id).data
  const viewer = await getViewer()
  if (!viewer || !deckId) return new Response(null, { status: 404 })
  return streamEvents<RegenerateEvent>(async (tell, signal) => {
    const result = await regenerateDeck(viewer, deckId, () => new Date(), {
      signal,
      onProgress: (progress) => tell({ kind: 'progress', ...progress }),
    })
    tell(regenerationOutcome(deckId, result))
  }, request.signal)
}
