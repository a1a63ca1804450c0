import type { Server } from '../e2e/support/start-server'
import { longText } from '../test/long-text'

// About as long as is read at once.
export const WORDS = 150_000

export const aLongText = (): string => longText(WORDS)

export type Imported = { readonly deckId: string; readonly cookie: string }

/** To its end: the stream of the answer ends with it. With a cookie, for the guest that it names. */
export async function importText({ url }: Server, text: string, cookie = ''): Promise<Imported> {
  const body = new FormData()
  body.append('title', 'A long reader')
  body.append('text', text)
  const response = await fetch(`${url}/api/documents`, { method: 'POST', body, headers: { origin: url, cookie } })
  const heard = await response.text()
  const deckId = /"kind":"imported","deckId":"([^"]+)"/.exec(heard)?.[1]
  if (!deckId) throw new Error(`The document was not made: ${heard.slice(-200)}`)
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { deckId, cookie: set.length > 0 ? set.join('; ') : cookie }
}
