import { DeckId } from '@/lib/core/ids'
import { findMaking } from '@/lib/data/documents/find-making'
import { getViewer } from '@/lib/session'

type Context = { params: Promise<{ id: string }> }

/** How far the document behind a deck is made: asked every other second by those who look at the deck meanwhile. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const deckId = DeckId.safeParse((await params).id).data
  const making = deckId ? await findMaking(await getViewer(), deckId) : null
  if (!making) return new Response(null, { status: 404 })
  return Response.json(making, { headers: { 'Cache-Control': 'no-store' } })
}
