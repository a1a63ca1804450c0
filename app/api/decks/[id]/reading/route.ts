import { DeckId } from '@/lib/core/ids'
import { getViewer } from '@/lib/session'
import { readShown } from '../../../../(learn)/decks/[id]/shown-reading'

type Context = { params: Promise<{ id: string }> }

/** How far the model has read a deck's document, polled by the deck's pages. For its owner alone. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const deckId = DeckId.safeParse((await params).id).data
  const reading = deckId ? await readShown(await getViewer(), deckId) : null
  if (!reading) return new Response(null, { status: 404 })
  return Response.json(reading, { headers: { 'Cache-Control': 'no-store' } })
}
