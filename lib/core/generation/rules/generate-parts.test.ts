import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../item/item'
import { write } from '../../question-types/registry'
import { generate, type Part } from './generate'

const shipped = ['the-foreign-policy-of-kyrgyzstan', 'how-memory-works']
  .map((slug) => readFileSync(`content/${slug}.md`, 'utf8').replace(/^---\n.*?\n---\n/s, ''))
  .join('\n\n')
/** Longer than one section; numbers differ, so that the second half states other facts. */
const LONG = [shipped, shipped.replace(/\d+/g, (number) => String(Number(number) + 1))].join('\n\n')

function inParts(text: string) {
  const parts: Part[] = []
  const made = generate({ title: 'A text', text, format: 'md' }, undefined, (part) => parts.push(part))
  return { made, parts }
}

/** In an order that both share: what is told sorts what is asked together, the whole by its place. */
const byId = <T extends { id: string }>(entries: readonly T[] = []) =>
  [...entries].sort((left, right) => left.id.localeCompare(right.id))

describe('a document made in parts', () => {
  it('is one part when it is short, and the same as the whole', () => {
    const { made, parts } = inParts('Oslo\n\nThe harbour of Oslo was opened in 1891 by a Danish engineer.')
    expect(parts).toHaveLength(1)
    expect(byId(parts[0]?.facts)).toEqual(byId(made.facts))
    expect(byId(parts[0]?.items)).toEqual(byId(made.items))
  })

  it('tells each fact once, before or with the items that ask it', () => {
    const { parts } = inParts(LONG)
    expect(parts.length).toBeGreaterThan(1)
    const seen = new Set<string>()
    for (const { facts, items } of parts) {
      for (const { id } of facts) {
        expect(seen).not.toContain(id)
        seen.add(id)
      }
      expect(items.flatMap(({ factIds }) => factIds).every((id) => seen.has(id))).toBe(true)
    }
  })

  it('holds what was told, but for what the whole speaks against', () => {
    const { made, parts } = inParts(LONG)
    const partItems = parts.flatMap(({ items }) => items)
    expect(made.items.length).toBeGreaterThan(0.85 * partItems.length)
    expect(partItems).toEqual(expect.arrayContaining([...made.items]))
  })

  it('takes back a question that a later part answers in another way', () => {
    const filler = `${Array.from({ length: 160 }, () => 'They went on and on with that.').join(' ')}\n\n`.repeat(4)
    const text = `The harbour of Oslo was opened in 1891.\n\n${filler}The harbour of Oslo was opened in 1903.`
    const { made, parts } = inParts(text)
    const asksWhen = (item: Item) => write(item).key.join() === '1891'
    expect(parts[0]?.items.some(asksWhen)).toBe(true)
    expect(made.items.some(asksWhen)).toBe(false)
  })
})
