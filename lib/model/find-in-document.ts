import type { StructuredDocument } from '../core/document/document'
import type { Finder, Found, ModelReply, ModelRequest } from '../core/generation/finder'

/** Gives the reply to a request; null for one that failed for good. */
export type Ask = (request: ModelRequest) => Promise<ModelReply>

/** Gives the replies to the requests of one step, in their order. */
type AskAll = (requests: readonly ModelRequest[]) => Promise<readonly ModelReply[]>

/**
 * What a finder finds in each part of a document, in the order of the parts. All parts are asked about at once; `ask` decides how
 * many of its requests go out at the same time.
 */
export async function findInDocument<Part>(
  finder: Finder<Part>,
  document: StructuredDocument,
  ask: Ask,
): Promise<readonly Found[]> {
  const askAll: AskAll = (requests) => Promise.all(requests.map(ask))
  return Promise.all(finder.parts(document).map((part) => findInPart(finder, part, document, askAll)))
}

/** What a finder finds in one part, with the replies that it asks for. */
export async function findInPart<Part>(
  finder: Finder<Part>,
  part: Part,
  document: StructuredDocument,
  ask: AskAll,
): Promise<Found> {
  const finding = finder.find(part, document)
  let step = finding.next()
  while (!step.done) step = finding.next(await ask(step.value))
  return step.value
}

/** One request after the other: a failure is known before the next is sent. */
export const inTurn =
  (ask: Ask): AskAll =>
  async (requests) => {
    const replies: ModelReply[] = []
    for (const request of requests) replies.push(await ask(request))
    return replies
  }
