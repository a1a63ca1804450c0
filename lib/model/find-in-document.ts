import type { StructuredDocument } from '../core/document/document'
import type { Finder, Found, ModelReply, ModelRequest } from '../core/generation/finder'

/**
 * What a finder finds in each part of a document, in the order of the parts. All parts are asked about at once; `ask` decides how
 * many of its requests go out at the same time, and gives null for one that failed for good.
 */
export async function findInDocument<Part>(
  finder: Finder<Part>,
  document: StructuredDocument,
  ask: (request: ModelRequest) => Promise<ModelReply>,
): Promise<readonly Found[]> {
  return Promise.all(finder.parts(document).map((part) => findInPart(finder, part, document, ask)))
}

async function findInPart<Part>(
  finder: Finder<Part>,
  part: Part,
  document: StructuredDocument,
  ask: (request: ModelRequest) => Promise<ModelReply>,
): Promise<Found> {
  const finding = finder.find(part, document)
  let step = finding.next()
  while (!step.done) step = finding.next(await Promise.all(step.value.map(ask)))
  return step.value
}
