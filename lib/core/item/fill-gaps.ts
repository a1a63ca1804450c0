import { GAP, wordsAroundGaps } from '../shared/gap-placeholder'
import { withoutHint } from './hint'

/** The words around the gaps of a stem, and the fills of the gaps; none if there is not one for each gap. */
export function splitAtGaps(stem: string, fills: readonly string[]) {
  // The hint is not needed beside the answer.
  const parts = wordsAroundGaps(fills.length > 0 ? withoutHint(stem) : stem)
  return { parts, inGaps: parts.length - 1 === fills.length ? fills : [] }
}

/** "The lake is _____." and "Issyk-Kul" as a sentence. Without a fill a gap stays. */
export function fillGaps(stem: string, fills: readonly string[]): string {
  const { parts, inGaps } = splitAtGaps(stem, fills)
  return parts.reduce((said, part, at) => said + (inGaps[at - 1] ?? GAP) + part)
}
