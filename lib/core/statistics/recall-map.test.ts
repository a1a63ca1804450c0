import { describe, expect, it } from 'vitest'
import { type MapBlock, type MapUnit, partsOfMap } from './recall-map'

const unit = (start: number): MapUnit => {
  return {
    number: null,
    text: 'A sentence.',
    start,
    heading: '',
    facts: [],
    counted: 0,
    percent: 0,
    shade: 0,
    failed: null,
  }
}
const paragraph = (from: number, count: number): MapBlock => {
  return { kind: 'paragraph', units: Array.from({ length: count }, (_, at) => unit(from + at)) }
}
const HEADING: MapBlock = { kind: 'heading', level: 2, text: 'Next' }

describe('the parts of a map', () => {
  it('are one for a short text', () => {
    const blocks = [HEADING, paragraph(0, 80), HEADING, paragraph(80, 40)]
    expect(partsOfMap(blocks)).toEqual([blocks])
  })
  it('begin at a heading, and hold every block in its order', () => {
    const blocks = [HEADING, paragraph(0, 160), HEADING, paragraph(160, 20), HEADING, paragraph(180, 160)]
    const parts = partsOfMap(blocks)
    expect(parts.map((part) => part.length)).toEqual([2, 4])
    expect(parts.flat()).toEqual(blocks)
  })
  it('end without a heading where there is none for long', () => {
    const blocks = Array.from({ length: 10 }, (_, at) => paragraph(at * 100, 100))
    expect(partsOfMap(blocks).map((part) => part.length)).toEqual([3, 3, 3, 1])
  })
})
