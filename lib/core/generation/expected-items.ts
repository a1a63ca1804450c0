import type { Depth } from './depth'

/** By 1,000 words of an ordinary text. The rules find fewer than the wider depths may show. */
const EXPECTED: Readonly<Record<'rules' | 'model', Readonly<Record<Depth, number>>>> = {
  rules: { key: 8, balanced: 10, everything: 15 },
  model: { key: 8, balanced: 20, everything: 40 },
}

/** About how many items a text of so many words gives at each depth: of the rules alone, or when a model reads it too. */
export function expectItems(words: number, finder: keyof typeof EXPECTED): Readonly<Record<Depth, number>> {
  const expected = EXPECTED[finder]
  const count = (depth: Depth) => (words === 0 ? 0 : Math.max(1, Math.round((expected[depth] * words) / 1_000)))
  return { key: count('key'), balanced: count('balanced'), everything: count('everything') }
}
