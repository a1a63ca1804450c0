import { type Depth, mostShown } from './depth'

type Range = { readonly from: number; readonly to: number }

const always = (count: number): Range => ({ from: count, to: count })

/**
 * What is found in 1,000 words when a deck of this depth is made, before its line is drawn. A model is asked for more at wider
 * depths. The rules always look for the same: in nine of ten of 60 texts at least the smaller number, in nine of ten at most the
 * larger (`bench/engine`, December 2026). A model asks the facts of some texts twice and more.
 */
const FOUND: Readonly<Record<'rules' | 'model', Readonly<Record<Depth, Range>>>> = {
  rules: { key: { from: 6, to: 40 }, balanced: { from: 6, to: 40 }, everything: { from: 6, to: 40 } },
  model: { key: always(20), balanced: always(30), everything: { from: 40, to: 110 } },
}

/** Between which numbers of items a text of so many words gives at each depth: of the rules alone, or when a model reads it too. */
export function expectItems(words: number, finder: keyof typeof FOUND): Readonly<Record<Depth, Range>> {
  const count = (found: number, depth: Depth) =>
    words === 0 ? 0 : Math.max(1, Math.min(Math.round((found * words) / 1_000), mostShown(depth, words)))
  const range = (depth: Depth): Range => {
    const { from, to } = FOUND[finder][depth]
    return { from: count(from, depth), to: count(to, depth) }
  }
  return { key: range('key'), balanced: range('balanced'), everything: range('everything') }
}
