import type { DeckPack } from '@/lib/core/memory/deck-pack'
import type { PackRow } from '../study/device-database'
import { dropPack, findPack, keptOf, putPack } from './device-packs'
import { MADE_AT } from './made-at'

/** Within this time a deck is not asked for again: what this device rates and marks it knows by itself. */
const FRESH_MS = 5 * 60_000

/**
 * Keeps a deck on this device, or what has changed of it: at once when something else is `laid` on it than the device knows.
 * Without a connection nothing happens.
 */
export async function storePack(owner: string | null, deckId: string, laid: string | undefined): Promise<void> {
  const known = await findPack(owner, deckId)
  const isNews = laid !== undefined && laid !== known?.pack.laid
  const isFresh = known && Math.abs(Date.now() - known.checkedAt) < FRESH_MS
  if (isNews || !isFresh) await askAnew(owner, deckId, known)
}

/** For a deck that this device keeps and that was changed in another way than by studying it. */
export async function renewKept(deckId: string): Promise<void> {
  for (const row of await keptOf(deckId)) await askAnew(row.pack.owner, deckId, row)
}

async function askAnew(owner: string | null, deckId: string, known: PackRow | undefined): Promise<void> {
  const now = Date.now()
  const response = await askFor(deckId, known?.tag)
  if (!response) return
  if (response.status === 404) await dropPack(owner, deckId)
  // Nothing new: the server would make the same pack at this moment.
  const madeAt = Number(response.headers.get(MADE_AT))
  if (response.status === 304 && known) await putPack({ ...known.pack, madeAt }, known.tag, now)
  if (response.ok) await putPack((await response.json()) as DeckPack, response.headers.get('etag') ?? '', now)
}

async function askFor(deckId: string, tag: string | undefined): Promise<Response | null> {
  try {
    const headers = tag ? { 'if-none-match': tag } : {}
    return await fetch(`/api/decks/${deckId}/pack`, { headers, cache: 'no-store' })
  } catch {
    return null
  }
}
