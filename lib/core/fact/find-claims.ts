import type { Block, DocumentFormat, StructuredDocument } from '../document/document'
import type { Claim } from './claim'
import { listClaims } from './list-claims'
import { isSkippedHeading } from './sentence'

/** Every claim the document makes that the engine can read, in the order of the text, each once. */
export function findClaims(
  document: StructuredDocument,
  format: DocumentFormat,
  onBlock: (done: number, facts: number) => void,
): Claim[] {
  const claims = new Map<string, Claim>()
  let heading = ''
  for (const [n, block] of document.blocks.entries()) {
    if (block.kind === 'heading') heading = document.text.slice(block.span.start, block.span.end)
    const found = isSkippedHeading(heading) ? [] : claimsOf(document, format, block, heading)
    addNew(claims, found)
    onBlock(n + 1, claims.size)
  }
  return [...claims.values()]
}

function addNew(claims: Map<string, Claim>, found: readonly Claim[]): void {
  for (const claim of found) if (!claims.has(claim.fact.id)) claims.set(claim.fact.id, claim)
}

function claimsOf(document: StructuredDocument, format: DocumentFormat, block: Block, heading: string): Claim[] {
  if (block.kind === 'list') return listClaims(document, format, block, heading)
  return []
}
