import { createHash } from 'node:crypto'
import { DeckId } from '@/lib/core/ids'
import { type DeckPack, PACK_MADE_AT } from '@/lib/core/memory/offline-pack/deck-pack'
import { makeOfflinePack } from '@/lib/data/study/make-offline-pack'
import { getViewer } from '@/lib/session'

type Context = { params: Promise<{ id: string }> }

/** The pack of a deck for studying offline; 304 if the device already has the same (`If-None-Match`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const deckId = DeckId.safeParse((await params).id).data
  const pack = deckId ? await makeOfflinePack(await getViewer(), deckId, new Date()) : null
  if (!pack) return new Response(null, { status: 404 })
  const headers = { ETag: tagOf(pack), [PACK_MADE_AT]: String(pack.madeAt), 'Cache-Control': 'private, no-store' }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return Response.json(pack, { headers })
}

/** Fields that depend on the time; the device computes them itself, so they are not part of the tag. */
const TIME_DEPENDENT_FIELDS = ['madeAt', 'dueStatus', 'mastery', 'lastSeenDays', 'intervals', 'stepped', 'counts']

function tagOf(pack: DeckPack): string {
  const news = JSON.stringify(pack, (key, value) => (TIME_DEPENDENT_FIELDS.includes(key) ? undefined : value))
  return `"${createHash('sha256').update(news).digest('base64url')}"`
}
