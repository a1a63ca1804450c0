import type { Span } from '@/lib/core/document/document'

/** How a run of the document's text is shown: `plain`, stating a fact, lit as evidence, lit twice as the answer in it. */
type Mark = 'plain' | 'has' | 'lit' | 'answer'

export type Run = { readonly start: number; readonly text: string; readonly mark: Mark }

export type Marks = { readonly has: readonly Span[]; readonly lit: readonly Span[]; readonly answer: Span | null }

/** Cuts a stretch of text where a mark begins or ends; the strongest mark of each run counts. */
export function markText(text: string, range: Span, { has, lit, answer }: Marks): Run[] {
  const within = [...has, ...lit, ...(answer ? [answer] : [])].filter((span) => overlaps(span, range))
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
    const mark = markOf({ start, end }, { has, lit, answer })
    const last = runs.at(-1)
    if (last && last.mark === mark) runs[runs.length - 1] = { ...last, text: last.text + text.slice(start, end) }
    else runs.push({ start, text: text.slice(start, end), mark })
  }
  return runs
}

function markOf(run: Span, { has, lit, answer }: Marks): Mark {
  if (answer && overlaps(answer, run) && lit.length > 0) return 'answer'
  if (lit.some((span) => overlaps(span, run))) return 'lit'
  return has.some((span) => overlaps(span, run)) ? 'has' : 'plain'
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
