import type { Known } from './reader-context'
import type { Sentence } from './sentence'
import { danglingIn } from './unresolved-reference'

/** A check of the rubric in ITEMS.md by which a whole sentence or list is passed over. */
export type SilentCheck = 'R3' | 'R7' | 'R8' | 'R9' | 'R11' | 'R12'

const HEDGED =
  /\b(?:may|might|could|would|should|perhaps|probably|possibly|likely|allegedly|reportedly|apparently|seem(?:s|ed)?|appear(?:s|ed)?|if|unless|not|no|never|neither|nor|none|hardly|rarely)\b|n[’']t\b/i
const LONGEST_WORDS = 35

/** Why a sentence without a claim has none, by the first check that speaks against it; what is plain was not worth asking. */
export function whySilent({ text, raw, tokens, example }: Sentence, known: Known): SilentCheck {
  if (example) return 'R11'
  if (!/[.!]["”’)]?$/.test(raw)) return 'R8'
  if (danglingIn(tokens, { from: 0, to: tokens.length }, known) !== null) return 'R7'
  if (HEDGED.test(text)) return 'R9'
  return text.split(/\s+/).length > LONGEST_WORDS ? 'R12' : 'R11'
}
