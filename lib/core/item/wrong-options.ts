import { jaccard } from '../language/english/content-words'
import { nameKind } from '../language/english/lexicon'

/** An answer of the deck that may be offered as a wrong option. */
export type Candidate = {
  readonly text: string
  /** What kind of fact it answers. */
  readonly kind: string
  /** The sentence that it answers, where the document says it. */
  readonly sentence: string
}

/** What an author sees at once. */
export const MOST_OFFERED = 6

const ALIKE = 0.5

/**
 * Wrong options for a key, the best first: answers of the same deck in the same form (figures with figures, names with names, of
 * about the same length) that neither repeat the key nor stand in the sentence that proves it.
 */
export function rankWrongOptions(key: Candidate, candidates: readonly Candidate[], taken: readonly string[]): string[] {
  const seen = new Set([key.text, ...taken].map(fold))
  const offered: { text: string; worth: number }[] = []
  for (const candidate of candidates) {
    const folded = fold(candidate.text)
    if (seen.has(folded) || fold(key.sentence).includes(folded) || repeats(candidate.text, key.text)) continue
    seen.add(folded)
    const worth = worthOf(key, candidate)
    if (worth > 0) offered.push({ text: candidate.text, worth })
  }
  return offered.sort((a, b) => b.worth - a.worth || (a.text < b.text ? -1 : 1)).map(({ text }) => text)
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const repeats = (option: string, key: string): boolean =>
  jaccard(option, key) > ALIKE || fold(key).includes(fold(option)) || fold(option).includes(fold(key))

/** 0 where the forms differ so much that the option is seen to be wrong. */
function worthOf(key: Candidate, { text, kind }: Candidate): number {
  if (formOf(text) !== formOf(key.text) || areNamesOfTwoKinds(text, key.text)) return 0
  const [short, long] = [text.length, key.text.length].sort((a, b) => a - b) as [number, number]
  if (short * 3 < long) return 0
  return short / long + Number(kind === key.kind)
}

/** "Kraków" beside "UNESCO": a town and an abbreviation, or what the lexicon knows as two kinds. */
function areNamesOfTwoKinds(...names: [string, string]): boolean {
  const [left, right] = names.map(nameKind)
  const [isLeftShort, isRightShort] = names.map((name) => /^\p{Lu}{2,}$/u.test(name))
  return isLeftShort !== isRightShort || (left != null && right != null && left !== right)
}

function formOf(text: string): 'figure' | 'name' | 'words' {
  if (/^[^\p{L}]*\p{N}/u.test(text)) return 'figure'
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return capitals > 0 && capitals * 2 >= words.length ? 'name' : 'words'
}
