import type { Span } from './document'

/**
 * Where an answer stands in its evidence: at the place of the fact's own answer, if that reads so; or else (a card may ask for
 * another part of the sentence) at the first place in the spans where it stands by itself. Null when it is counted or derived.
 */
export function answerPlace(
  text: string,
  evidence: { readonly spans: readonly Span[]; readonly answerSpan: Span | null },
  spellings: readonly string[],
): Span | null {
  const { spans, answerSpan } = evidence
  const quoted = answerSpan && tidy(text.slice(answerSpan.start, answerSpan.end))
  if (answerSpan && spellings.some((spelling) => tidy(spelling) === quoted)) return answerSpan
  for (const spelling of spellings) {
    for (const span of spans) {
      const place = findWhole(text, span, spelling)
      if (place) return place
    }
  }
  return null
}

/** Where words stand by themselves, however their lines are broken: "UN" is not found in "country". */
function findWhole(text: string, { start, end }: Span, words: string): Span | null {
  const inOrder = words.trim().split(/\s+/).map(escaped).join('\\s+')
  if (inOrder === '') return null
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${inOrder}(?![\\p{L}\\p{N}])`, 'iu').exec(text.slice(start, end))
  return found && { start: start + found.index, end: start + found.index + found[0].length }
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const tidy = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase()
