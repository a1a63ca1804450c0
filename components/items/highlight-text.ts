import type { Span } from '@/lib/core/document/document'
import { withoutEmphasis } from '@/lib/core/document/emphasis'
import type { DocumentPart } from './items-types'

/** How a run of a sentence is shown: as it is, as evidence, or as the answer in the evidence. */
type Highlight = 'plain' | 'evidence' | 'answer'

export type Run = { readonly start: number; readonly text: string; readonly highlight: Highlight }

export type Highlights = { readonly evidence: readonly Span[]; readonly answer: Span | null }

/**
 * Splits the words of a part at `range` where a highlight begins or ends, without marks of emphasis. Where two highlights
 * overlap, the answer counts.
 */
export function highlightText(part: Pick<DocumentPart, 'text' | 'start'>, range: Span, highlights: Highlights): Run[] {
  const { evidence, answer } = highlights
  const within = [...evidence, ...(answer ? [answer] : [])].filter((span) => overlaps(span, range))
  const cuts = new Set([range.start, range.end])
  for (const { start, end } of within) {
    cuts.add(Math.max(start, range.start))
    cuts.add(Math.min(end, range.end))
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const runs: Run[] = []
  for (const [at, start] of edges.entries()) {
    const end = edges[at + 1]
    if (end === undefined) break
    const text = withoutEmphasis(part.text, { start: start - part.start, end: end - part.start })
    const highlight = highlightOf({ start, end }, highlights)
    const last = runs.at(-1)
    if (last?.highlight === highlight) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ start, text, highlight })
  }
  return runs
}

function highlightOf(run: Span, { evidence, answer }: Highlights): Highlight {
  if (answer && overlaps(answer, run) && evidence.length > 0) return 'answer'
  return evidence.some((span) => overlaps(span, run)) ? 'evidence' : 'plain'
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
