import { type Depth, mostShown } from './depth'

/**
 * What is found in 1,000 words of an ordinary text when a deck of this depth is made, before its line is drawn. A model is asked
 * for more at wider depths; the rules always look for the same, and only the widest shows their poorer items.
 */
const FOUND: Readonly<Record<'rules' | 'model', Readonly<Record<Depth, number>>>> = {
  rules: { key: 10, balanced: 10, everything: 15 },
  model: { key: 20, balanced: 30, everything: 40 },
}

/** About how many items a text of so many words gives at each depth: of the rules alone, or when a model reads it too. */
export function expectItems(words: number, finder: keyof typeof FOUND): Readonly<Record<Depth, number>> {
  const count = (depth: Depth) =>
    words === 0 ? 0 : Math.max(1, Math.min(Math.round((FOUND[finder][depth] * words) / 1_000), mostShown(depth, words)))
  return { key: count('key'), balanced: count('balanced'), everything: count('everything') }
}
