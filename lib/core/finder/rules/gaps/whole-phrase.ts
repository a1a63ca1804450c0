import { lowerAt, tagAt } from '../../../language/english/at'
import type { Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'
import type { Sentence } from '../sentences/sentence'

/** "HIV/AIDS", "3000 RPM": half of a pair or a unit. */
export function touchesSlash({ text, tokens }: Sentence, { from, to }: Range): boolean {
  const before = text.slice(0, tokens[from]?.start ?? 0)
  const after = text.slice(tokens[to - 1]?.end ?? 0)
  return /[/\d]\s?$|[^\s“"‘'(—–]$|\p{L}–$/u.test(before) || /^(?:[/‐‑–-]|[‘’'](?!s\b)\p{L})/u.test(after)
}

/** Not "when lava", "fifth ganglia" of "second to fifth ganglia", "the 1970s" of "the 1970s and 1980s". */
export function isUncut(tokens: readonly Token[], range: Range): boolean {
  const { from, to } = range
  const first = lowerAt(tokens, from)
  if (
    tagAt(tokens, from) === 'SCONJ' ||
    /^(?:when|where|while|both|either|that|dozens?|couple|half|lot|variety|number|thus|thereby|hence)$/.test(first)
  )
    return false
  if (
    /^centur(?:y|ies)$/.test(lowerAt(tokens, to - 1)) &&
    tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => lower === 'to')
  )
    return false
  if (/(?:th|nd|rd|st)$/.test(first) && /^(?:to|and|or)$/.test(lowerAt(tokens, from - 1))) return false
  const joined = /^(?:and|or|to)$/.test(lowerAt(tokens, to)) && /^\d/.test(lowerAt(tokens, to + 1))
  return !(joined && /\d/.test(lowerAt(tokens, to - 1))) && endsWhole(tokens, range)
}

/** Not "low temperatures necessary", "present-day | jawless fishes", "large-scale, | distributed network", "corridor encompassing". */
function endsWhole(tokens: readonly Token[], { from, to }: Range): boolean {
  const last = lowerAt(tokens, to - 1)
  if (/^(?:necessary|possible|separate|close|worse|better|off|alone|called|able)$/.test(last)) return false
  if (last.includes('-') && (/^(?:NOUN|ADJ)$/.test(tagAt(tokens, to)) || lowerAt(tokens, to) === ',')) return false
  return !(to - from > 1 && last.endsWith('ing') && /^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(tagAt(tokens, to)))
}
