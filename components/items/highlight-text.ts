import type { Span } from '@/lib/core/document/document'

/** How a run of the document's text is shown: as it is, as stating a fact, as evidence, or as the answer in the evidence. */
type Highlight = 'plain' | 'fact' | 'evidence' | 'answer'

export type Run = { readonly start: number; readonly text: string; readonly highlight: Highlight }

export type Highlights = {
  readonly facts: readonly Span[]
  readonly evidence: readonly Span[]
  readonly answer: Span | null
}

/** Splits a stretch of text where a highlight begins or ends. Where several overlap, the strongest counts. */
export function highlightText(text: string, range: Span, highlights: Highlights): Run[] {
  const { facts, evidence, answer } = highlights
  const within = [...facts, ...evidence, ...(answer ? [answer] : [])].filter((span) => overlaps(span, range))
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
    const highlight = highlightOf({ start, end }, highlights)
    const last = runs.at(-1)
    if (last?.highlight === highlight) runs[runs.length - 1] = { ...last, text: last.text + text.slice(start, end) }
    else runs.push({ start, text: text.slice(start, end), highlight })
  }
  return runs
}

function highlightOf(run: Span, { facts, evidence, answer }: Highlights): Highlight {
  if (answer && overlaps(answer, run) && evidence.length > 0) return 'answer'
  if (evidence.some((span) => overlaps(span, run))) return 'evidence'
  return facts.some((span) => overlaps(span, run)) ? 'fact' : 'plain'
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
