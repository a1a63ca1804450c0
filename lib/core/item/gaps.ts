import { GAP, wordsAroundGaps } from '../shared/gap'
import { withoutHint } from './hint'

/** The words around the gaps of a stem, and what stands in them: one fill a gap, or none where there are not as many. */
export function splitAtGaps(stem: string, fills: readonly string[]) {
  // Beside the answer its first letters say nothing.
  const parts = wordsAroundGaps(fills.length > 0 ? withoutHint(stem) : stem)
  return { parts, inGaps: parts.length - 1 === fills.length ? fills : [] }
}

/** "The lake is _____." and "Issyk-Kul" as a sentence. A gap that nothing fills stays a gap. */
export function fillGaps(stem: string, fills: readonly string[]): string {
  const { parts, inGaps } = splitAtGaps(stem, fills)
  return parts.reduce((said, part, at) => said + (inGaps[at - 1] ?? GAP) + part)
}
