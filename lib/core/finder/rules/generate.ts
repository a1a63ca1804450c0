import type { DocumentFormat } from '../../document/document'
import { structureDocument } from '../../document/structure-document'
import type { Generated } from '../../item/item'
import { detectLanguage } from '../../language/detect-language'
import { ENGINE_VERSION } from '../engine-version'
import { findClaims } from './find-claims'
import { finishItems, makeItems, type Part, startItems } from './select/make-items'

/** How far generation is: `done` and `total` in blocks of the document. */
export type Progress = { done: number; total: number; facts: number; items: number }

// The language model at hand reads English; a text too short to tell is tried as English.
const KNOWN_LANGUAGES = new Set(['eng', 'und'])

/**
 * Document → facts → items. Pure and deterministic: the same input gives the same bytes. Linear in the text's length.
 * A long document is made section by section: `onPart` is told of each as soon as it is done, in the order of the text,
 * with the whole document that it is a part of.
 * What is returned is the whole and final truth; of the parts it may miss a few items that a later section spoke against.
 * A text in a language that the engine does not know yields no facts and no items, `refused: { language: 1 }`.
 */
export function generate(
  input: { title: string | null; text: string; format: DocumentFormat },
  onProgress: (progress: Progress) => void = () => {},
  onPart: (part: Part, document: Generated['document']) => void = () => {},
): Generated {
  const structured = structureDocument(input)
  const language = detectLanguage(structured.text)
  const document = { ...structured, language }
  if (!KNOWN_LANGUAGES.has(language)) {
    return { document, engine: ENGINE_VERSION, facts: [], items: [], refused: { language: 1 } }
  }
  const total = document.blocks.length
  const made = startItems(document)
  const report = (done: number, facts: number) => onProgress({ done, total, facts, items: made.items.length })
  for (const found of findClaims(document, input.format, report)) onPart(makeItems(made, found), document)
  const whole = finishItems(made)
  onProgress({ done: total, total, facts: whole.facts.length, items: whole.items.length })
  return { document, engine: ENGINE_VERSION, ...whole }
}
