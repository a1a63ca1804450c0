import { z } from 'zod'

/** What is asked about, and what belongs to it. */
export const Pair = z.object({ left: z.string(), right: z.string() }).readonly()
export type Pair = z.infer<typeof Pair>

const ARROW = ' → '

/** A pair as a line of text: in files, in search and in an author's form. */
export function pairText({ left, right }: Pair): string {
  return `${left}${ARROW}${right}`
}

/** A line as an author types it, "left -> right", as `pairText` writes it. */
export function pairLine(line: string): string {
  return line.trim().replace(/\s*(?:->|=>|→)\s*/g, ARROW)
}

/** The pairs that lines state; null where one is no pair. Where the words hold an arrow themselves, an option is the right side. */
export function linesToPairs(lines: readonly string[], options: readonly string[]): readonly Pair[] | null {
  const pairs = lines.map((line) => {
    const cuts = cutsOf(pairLine(line))
    return cuts.find(({ right }) => options.includes(right)) ?? cuts[0] ?? { left: '', right: '' }
  })
  return pairs.every(({ left, right }) => left !== '' && right !== '') ? pairs : null
}

function cutsOf(line: string): Pair[] {
  const parts = line.split(ARROW)
  return parts.slice(1).map((_, at) => ({
    left: parts.slice(0, at + 1).join(ARROW),
    right: parts.slice(at + 1).join(ARROW),
  }))
}
