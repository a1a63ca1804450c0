import { DeckId } from '@/lib/core/ids'
import { findGenerationProgress } from '@/lib/data/documents/generation-job'
import { getViewer } from '@/lib/session'

type Context = { params: Promise<{ id: string }> }

/** The progress of generating a deck's document, polled by pages that show the deck. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const deckId = DeckId.safeParse((await params).id).data
  const state = deckId ? await findGenerationProgress(await getViewer(), deckId) : null
  if (!state) return new Response(null, { status: 404 })
  return Response.json(state, { headers: { 'Cache-Control': 'no-store' } })
}
