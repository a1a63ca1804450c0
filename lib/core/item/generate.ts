import type { DocumentFormat } from '../document/document'
import { structureDocument } from '../document/structure-document'
import { findClaims } from '../fact/find-claims'
import { detectLanguage } from '../language/detect-language'
import { ENGINE_VERSION } from './engine-version'
import type { Generated } from './item'
import { makeItems } from './make-items'

/** How far generation is: `done` and `total` in blocks of the document. */
export type Progress = { done: number; total: number; facts: number; items: number }

// The language model at hand reads English; a text too short to tell is tried as English.
const KNOWN_LANGUAGES = new Set(['eng', 'sco', 'und'])

/**
 * Document → facts → items. Pure and deterministic: the same input gives the same bytes. Linear in the text's length.
 * A text in a language that the engine does not know yields no facts and no items, `refused: { language: 1 }`.
 */
export function generate(
  input: { title: string | null; text: string; format: DocumentFormat },
  onProgress: (progress: Progress) => void = () => {},
): Generated {
  const structured = structureDocument(input)
  const language = detectLanguage(structured.text)
  const document = { ...structured, language }
  if (!KNOWN_LANGUAGES.has(language)) {
    return { document, engine: ENGINE_VERSION, facts: [], items: [], refused: { language: 1 } }
  }
  const total = document.blocks.length
  const found = findClaims(document, input.format, (done, facts) => onProgress({ done, total, facts, items: 0 }))
  const { items, facts, refused } = makeItems(document, found)
  onProgress({ done: total, total, facts: facts.length, items: items.length })
  return { document, engine: ENGINE_VERSION, facts, items, refused }
}
