import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { WrittenSelection, writeSelection } from './selection'
import { TagName } from './tag-name'

describe('the name of a tag', () => {
  it('loses spaces that nobody sees, and is neither empty nor a sentence', () => {
    expect(TagName.parse('  big \n rivers ')).toBe('big rivers')
    expect(TagName.safeParse(' \t ').success).toBe(false)
    expect(TagName.safeParse('a'.repeat(41)).success).toBe(false)
  })

  test.prop([fc.string({ unit: 'binary', maxLength: 60 })])('survives the address of a session', (typed) => {
    const name = TagName.safeParse(typed).data
    if (!name) return
    const written = new URLSearchParams({ only: writeSelection({ kind: 'tag', name }) ?? '' })
    const read = new URLSearchParams(written.toString()).get('only') ?? undefined
    expect(WrittenSelection.parse(read)).toEqual({ kind: 'tag', name })
  })
})
