import { z } from 'zod'
import type { AnotherOutcome } from '@/components/items/items-types'
import { DeckId } from '@/lib/core/ids'
import { anotherItem } from '@/lib/data/authoring/another-item'
import { configuredTools } from '@/lib/data/readings/reading-tools'
import { isJson, isSameOrigin } from '@/lib/same-origin'
import { getViewer } from '@/lib/session'

type Context = { params: Promise<{ id: string }> }

const Position = z.number().int().nonnegative()
const Sentence = z.strictObject({ start: Position, end: Position })

/**
 * Another item on a sentence of a deck. A model may take long to answer, and actions of a page wait for one another, so this is
 * none. Disconnecting stops it.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  if (!isJson(request)) return new Response(null, { status: 415 })
  const deckId = DeckId.safeParse((await params).id).data
  const viewer = await getViewer()
  if (!viewer || !deckId) return new Response(null, { status: 404 })
  const sentence = Sentence.safeParse(await request.json().catch(() => null)).data
  if (!sentence) return new Response(null, { status: 400 })
  const outcome: AnotherOutcome = await anotherItem(
    viewer,
    deckId,
    sentence,
    configuredTools(),
    new Date(),
    request.signal,
  )
  const status = outcome.kind === 'rejected' ? 404 : 200
  return Response.json(outcome, { status, headers: { 'Cache-Control': 'no-store' } })
}
