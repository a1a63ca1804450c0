// How much a request may send. Next.js reads the body of an action into memory before the action can look at it.
import { IncomingMessage } from 'node:http'

/**
 * Most requests send a few hundred bytes. The largest are a bulk decision on 1,000 items as a form, about 170 bytes an item,
 * and a queue of 500 ratings, about 290 bytes a rating.
 */
const MOST_BYTES = 200_000
/** The largest file, a text of a million letters and what a form puts around them. */
export const MOST_DOCUMENT_BYTES = 10_000_000
/** A reply of an assistant of 100,000 letters, of at most three bytes each, and what a form puts around them. */
const MOST_REPLY_BYTES = 400_000
const REPLY = /^\/decks\/[^/]+\/items\/assistant(?:\?|$)/
const NEW_DOCUMENT = /^\/documents\/new(?:\?|$)/
// So long what is too much is read and thrown away, so that the answer arrives.
const DRAIN_MS = 5_000

const TOO_LARGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Too large · Bilim</title>
<h1>This is too large</h1>
<p>More was sent than can be read at once, and nothing was saved. A document may have 5 MB, a reply of an assistant 100,000 letters. Go back: what you typed is still there.</p></html>
`

/** A request whose body ends at a limit, for `createServer({ IncomingMessage: BoundedMessage })`. */
export class BoundedMessage extends IncomingMessage {
  #left = Number.POSITIVE_INFINITY
  #isCut = false
  #refuse = () => {}

  bound(most, refuse) {
    this.#left = most
    this.#refuse = refuse
  }

  push(chunk, encoding) {
    // Not even its end: what was cut must not be taken for the whole.
    if (this.#isCut) return true
    this.#left -= chunk?.length ?? 0
    if (this.#left >= 0) return super.push(chunk, encoding)
    this.#isCut = true
    this.#refuse()
    return true
  }
}

/** False: the request said that it is too large, and is answered. One that sends more than it said, or said nothing, is cut. */
export function boundBody(request, response) {
  // The API of documents bounds what it reads itself, and says what is too large in the words of its form.
  if (/^\/api\/documents(?:\?|$)/.test(request.url)) return true
  const most = mostBytesTo(request.url)
  const refuse = () => refuseBody(request, response)
  if (Number(request.headers['content-length'] ?? 0) > most) {
    refuse()
    return false
  }
  request.bound(most, refuse)
  return true
}

function mostBytesTo(url) {
  if (NEW_DOCUMENT.test(url)) return MOST_DOCUMENT_BYTES
  return REPLY.test(url) ? MOST_REPLY_BYTES : MOST_BYTES
}

function refuseBody(request, response) {
  if (!response.headersSent) {
    response.writeHead(413, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(TOO_LARGE)
  }
  request.resume()
  setTimeout(() => request.destroy(), DRAIN_MS).unref()
}
