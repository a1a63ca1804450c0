import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { type Depth, mostShown } from '../depth'
import { promptParts } from './prompt-parts'

const WORDS_OF_SENTENCE = 10

/** A text of so many words. */
function prompts(words: number, depth: Depth) {
  const sentences = Array.from(
    { length: words / WORDS_OF_SENTENCE },
    (_, n) => `The old village of Aksu${n} has ${n + 1000} deep wells.`,
  )
  const document = structureDocument({ title: 'Wells', text: sentences.join(' '), format: 'txt' })
  return promptParts({ ...document, language: 'eng', hash: '' }, depth)
}

const asked = ({ prompt }: { prompt: string }): number => Number(/Write about (\d+) items/.exec(prompt)?.[1])

describe('the prompts for an assistant', () => {
  it.each([
    [1_000, 'key'],
    [1_000, 'balanced'],
    [4_400, 'balanced'],
    [7_300, 'key'],
    [7_300, 'balanced'],
  ] as const)('ask for some more than the depth shows of %s words: %s', (words, depth) => {
    const all = prompts(words, depth).reduce((sum, part) => sum + asked(part), 0)
    expect(all).toBeGreaterThan(mostShown(depth, words))
    expect(all).toBeLessThan(mostShown(depth, words) * 1.6)
  })

  it('ask for 6 items at least, and for 40 at once at most', () => {
    expect(prompts(20, 'balanced').map(asked)).toEqual([6])
    for (const depth of ['key', 'balanced', 'everything'] as const)
      expect(Math.max(...prompts(9_000, depth).map(asked))).toBeLessThanOrEqual(40)
  })

  it('hold each sentence once', () => {
    const parts = prompts(7_300, 'balanced')
    expect(parts[0]?.sentences.from).toBe(1)
    expect(parts.at(-1)?.sentences.to).toBe(730)
    expect(parts.slice(1).map(({ sentences }) => sentences.from - 1)).toEqual(
      parts.slice(0, -1).map(({ sentences }) => sentences.to),
    )
  })
})
