import { FactId } from '@/lib/core/ids'
import { readFactHistory } from '@/lib/data/memories/read-fact-history'
import { getViewer } from '@/lib/session'

type Context = { params: Promise<{ id: string }> }

/** What a card's *Info* shows; requested when it is opened. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const factId = FactId.safeParse((await params).id).data
  const viewer = await getViewer()
  const history = factId ? await readFactHistory(viewer, factId, new Date()) : null
  if (!history) return new Response(null, { status: 404 })
  return Response.json(
    { ...history, timeZone: viewer?.timeZone ?? 'UTC' },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
